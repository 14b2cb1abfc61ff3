package io.datalchemy.cli;

import io.datalchemy.catalogue.CatalogueSearch;
import io.datalchemy.catalogue.GeneratorDeclaration;
import io.datalchemy.catalogue.TransformDeclaration;
import io.datalchemy.json.Json;
import io.datalchemy.problem.InvalidInputException;
import io.datalchemy.problem.Problem;
import io.datalchemy.registry.CatalogueTable;
import io.datalchemy.registry.Generators;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code generators}: the catalogue, as the generators and transforms declare themselves. */
@Command(name = "generators", description = "Lists the generators and transforms that there are.")
final class GeneratorsCommand implements Runnable {
  /** Some or all of the catalogue as a document. */
  record Catalogue(List<GeneratorDeclaration> generators, List<TransformDeclaration> transforms) {}

  @ParentCommand private Datalchemy root;

  @Option(names = "--json", description = "Print the declarations as JSON.")
  private boolean json;

  @Option(
      names = "--search",
      paramLabel = "WORD",
      defaultValue = "",
      description =
          "Only those that have the word in id, summary, parameters, column types or tag, with"
              + " their parameters and a sample value. Of several words, each must be there.")
  private String search;

  @Override
  public void run() {
    Generators generators = Generators.builtIn();
    Catalogue found = found(generators);
    if (json) {
      root.console().document(Json.pretty(found));
      return;
    }
    CatalogueTable.lines(generators, found.generators(), found.transforms(), !search.isBlank())
        .forEach(line -> root.console().result(line));
  }

  private Catalogue found(Generators generators) {
    CatalogueSearch words = CatalogueSearch.of(search);
    Catalogue found =
        new Catalogue(
            generators.generators().stream().filter(words::finds).toList(),
            generators.transforms().stream().filter(words::finds).toList());
    if (found.generators().isEmpty() && found.transforms().isEmpty()) {
      throw new InvalidInputException(nothing(words, generators));
    }
    return found;
  }

  private Problem nothing(CatalogueSearch words, Generators generators) {
    List<String> ids =
        Stream.concat(
                generators.generators().stream().map(GeneratorDeclaration::id),
                generators.transforms().stream().map(TransformDeclaration::id))
            .toList();
    List<String> near = words.near(ids);
    return Problem.error("nothing_found", "", "generators: none speaks of '" + search + "'")
        .withHint(
            near.isEmpty()
                ? "'datalchemy generators' lists them all"
                : "near it are " + String.join(", ", near));
  }
}
