package io.datalchemy.registry;

import io.datalchemy.catalogue.GeneratorDeclaration;
import io.datalchemy.catalogue.ParameterDeclaration;
import io.datalchemy.catalogue.ParameterRange;
import io.datalchemy.catalogue.TransformDeclaration;
import io.datalchemy.type.TypeFamily;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Some of the catalogue as lines for a terminal: a table with one line each, or with a line for
 * each parameter and a sample value below.
 */
public final class CatalogueTable {
  private static final String GAP = "  ";
  private static final String BELOW = "    ";
  private static final int MANY_FAMILIES = 8;

  private final Generators generators;
  private final boolean isDetailed;
  private final int width;

  private CatalogueTable(Generators generators, boolean isDetailed, List<String> ids) {
    this.generators = generators;
    this.isDetailed = isDetailed;
    width = ids.stream().mapToInt(String::length).max().orElse(0);
  }

  /** The lines of these generators and transforms. */
  public static List<String> lines(
      Generators generators,
      List<GeneratorDeclaration> found,
      List<TransformDeclaration> foundTransforms,
      boolean isDetailed) {
    List<String> ids =
        Stream.concat(
                found.stream().map(GeneratorDeclaration::id),
                foundTransforms.stream().map(TransformDeclaration::id))
            .toList();
    CatalogueTable table = new CatalogueTable(generators, isDetailed, ids);
    List<String> lines = new ArrayList<>();
    found.forEach(generator -> table.add(generator, lines));
    foundTransforms.forEach(transform -> table.add(transform, lines));
    return lines;
  }

  private void add(GeneratorDeclaration generator, List<String> lines) {
    lines.add(line(generator.id(), generator.summary(), generator.parameters()));
    if (!isDetailed) {
      return;
    }
    lines.add(BELOW + "fills: " + families(generator));
    generator.piiTag().ifPresent(tag -> lines.add(BELOW + "imitates: " + tag));
    generator.parameters().forEach(parameter -> lines.add(BELOW + described(parameter)));
    CatalogueSample.of(generator, generators)
        .ifPresent(sample -> lines.add(BELOW + "for example: " + sample.value()));
  }

  private void add(TransformDeclaration transform, List<String> lines) {
    lines.add(line(transform.id(), transform.summary(), transform.parameters()));
    if (isDetailed) {
      transform.parameters().forEach(parameter -> lines.add(BELOW + described(parameter)));
    }
  }

  private String line(String id, String summary, List<ParameterDeclaration> parameters) {
    String names =
        parameters.stream().map(CatalogueTable::named).collect(Collectors.joining(", ", " (", ")"));
    boolean hasNone = isDetailed || parameters.isEmpty();
    return id + " ".repeat(width - id.length()) + GAP + summary + (hasNone ? "" : names);
  }

  private static String named(ParameterDeclaration parameter) {
    return parameter.name()
        + parameter.defaultValue().map(value -> "=" + value).orElse("")
        + (parameter.required() ? "!" : "");
  }

  private static String described(ParameterDeclaration parameter) {
    return parameter.name() + " (" + form(parameter) + "): " + parameter.summary();
  }

  /** What a value of the parameter must be, in words. */
  static String form(ParameterDeclaration parameter) {
    return Stream.of(
            Stream.of(parameter.type().name().toLowerCase(Locale.ROOT)),
            parameter.range().map(ParameterRange::words).stream(),
            parameter.defaultValue().map(value -> "default " + value).stream(),
            parameter.required() ? Stream.of("must be given") : Stream.<String>empty())
        .flatMap(words -> words)
        .collect(Collectors.joining(", "));
  }

  /** The families of column types that a generator fills, in words. */
  static String families(GeneratorDeclaration generator) {
    return generator.produces().size() > MANY_FAMILIES
        ? "all"
        : generator.produces().stream()
            .map(TypeFamily::name)
            .map(name -> name.toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(", "));
  }
}
