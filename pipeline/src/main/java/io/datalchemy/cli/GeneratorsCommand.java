package io.datalchemy.cli;

import io.datalchemy.catalogue.GeneratorDeclaration;
import io.datalchemy.catalogue.ParameterDeclaration;
import io.datalchemy.catalogue.TransformDeclaration;
import io.datalchemy.json.Json;
import io.datalchemy.registry.Generators;
import io.datalchemy.type.TypeFamily;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code generators}: the catalogue, as the generators and transforms declare themselves. */
@Command(name = "generators", description = "Lists the generators and transforms that there are.")
final class GeneratorsCommand implements Runnable {
  /** The whole catalogue as a document. */
  record Catalogue(List<GeneratorDeclaration> generators, List<TransformDeclaration> transforms) {}

  @ParentCommand private Datalchemy root;

  @Option(names = "--json", description = "Print the declarations as JSON.")
  private boolean json;

  @Override
  public void run() {
    Generators generators = Generators.builtIn();
    if (json) {
      root.console()
          .document(Json.pretty(new Catalogue(generators.generators(), generators.transforms())));
      return;
    }
    generators.generators().forEach(this::print);
    generators.transforms().forEach(this::print);
  }

  private void print(GeneratorDeclaration generator) {
    root.console().result(generator.id() + parameters(generator.parameters()));
    String types =
        generator.produces().stream().map(GeneratorsCommand::name).collect(Collectors.joining(" "));
    root.console().result("    " + generator.summary());
    root.console().result("    makes: " + types);
  }

  private void print(TransformDeclaration transform) {
    root.console().result(transform.id() + parameters(transform.parameters()));
    root.console().result("    " + transform.summary());
  }

  private static String parameters(List<ParameterDeclaration> parameters) {
    return parameters.stream()
        .map(GeneratorsCommand::parameter)
        .collect(Collectors.joining(", ", " (", ")"))
        .replace(" ()", "");
  }

  private static String parameter(ParameterDeclaration parameter) {
    return parameter.name()
        + parameter.defaultValue().map(value -> "=" + value).orElse("")
        + (parameter.required() ? "!" : "");
  }

  private static String name(TypeFamily family) {
    return family.name().toLowerCase(Locale.ROOT);
  }
}
