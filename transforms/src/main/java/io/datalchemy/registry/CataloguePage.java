package io.datalchemy.registry;

import io.datalchemy.catalogue.GeneratorDeclaration;
import io.datalchemy.catalogue.ParameterDeclaration;
import io.datalchemy.catalogue.TransformDeclaration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * The catalogue for people to read: every generator and transform, printed from its declaration.
 */
public final class CataloguePage {
  private static final String HEAD =
      """
      # Generators and transforms

      Printed from the declarations: `-Dgolden.update=true` on `CataloguePageTest` renews it.

      A plan names a generator by its id, alone or with parameters. `Fills` is the families of column
      types that it can fill; `Values` is how many different ones it can give to the
      column of the sample, which bounds a unique column. Parameters in bold must be given.

      """;

  private final Generators generators;

  private CataloguePage(Generators generators) {
    this.generators = generators;
  }

  /** The page in Markdown. */
  public static String markdown(Generators generators) {
    CataloguePage page = new CataloguePage(generators);
    return HEAD
        + "## Generators\n\n"
        + "| Id | What | Fills | Values | Sample | Parameters |\n|---|---|---|---|---|---|\n"
        + generators.generators().stream().map(page::row).collect(Collectors.joining())
        + "\n## Transforms\n\n| Id | What | Parameters |\n|---|---|---|\n"
        + generators.transforms().stream().map(CataloguePage::row).collect(Collectors.joining());
  }

  private String row(GeneratorDeclaration declaration) {
    Optional<CatalogueSample> sample = CatalogueSample.of(declaration, generators);
    return String.format(
        Locale.ROOT,
        "| `%s` | %s | %s | %s | %s | %s |\n",
        declaration.id(),
        declaration.summary(),
        CatalogueTable.families(declaration),
        sample.map(s -> values(s.size())).orElse(""),
        sample.map(s -> code(cell(s.value()))).orElse(""),
        parameters(declaration.parameters()));
  }

  private static String row(TransformDeclaration declaration) {
    return String.format(
        Locale.ROOT,
        "| `%s` | %s | %s |\n",
        declaration.id(),
        declaration.summary(),
        parameters(declaration.parameters()));
  }

  private static String values(OptionalLong size) {
    if (size.isEmpty()) {
      return "not numbered";
    }
    return size.getAsLong() == Long.MAX_VALUE ? "2^63" : Long.toString(size.getAsLong());
  }

  /** A text that holds a backtick stands between two. */
  private static String code(String text) {
    return text.contains("`") ? "`` " + text + " ``" : "`" + text + "`";
  }

  private static String parameters(List<ParameterDeclaration> parameters) {
    return parameters.stream().map(CataloguePage::parameter).collect(Collectors.joining("<br>"));
  }

  private static String parameter(ParameterDeclaration parameter) {
    String name = "`" + parameter.name() + "`";
    return (parameter.required() ? "**" + name + "**" : name)
        + " ("
        + parameter.type().name().toLowerCase(Locale.ROOT)
        + parameter.range().map(range -> " " + range.words()).orElse("")
        + parameter.defaultValue().map(value -> ", `" + cell(value) + "`").orElse("")
        + "): "
        + cell(parameter.summary());
  }

  private static String cell(String text) {
    return text.replace("|", "\\|");
  }
}
