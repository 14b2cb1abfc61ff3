package io.datalchemy.registry;

import io.datalchemy.catalogue.GeneratorCall;
import io.datalchemy.catalogue.GeneratorDeclaration;
import io.datalchemy.catalogue.ParameterDeclaration;
import io.datalchemy.catalogue.TransformDeclaration;
import io.datalchemy.generator.Cells;
import io.datalchemy.generator.ValueGenerator;
import io.datalchemy.generator.scalar.PlainText;
import io.datalchemy.random.CellRandom;
import io.datalchemy.type.TypeFamily;
import io.datalchemy.type.ValueType;
import io.datalchemy.vector.ColumnVector;
import io.datalchemy.vector.RowSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * The catalogue for people to read: every generator and transform, printed from its declaration.
 */
public final class CataloguePage {
  private static final long SEED = 42;
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
    ValueType type = SampleCalls.type(declaration);
    GeneratorCall call = SampleCalls.of(declaration, type);
    Optional<ValueGenerator> generator = generator(call, type);
    return "| `%s` | %s | %s | %s | %s | %s |\n"
        .formatted(
            declaration.id(),
            declaration.summary(),
            families(declaration),
            generator.map(g -> values(g)).orElse(""),
            generator.map(g -> "`" + cell(sample(g, call, type)) + "`").orElse(""),
            parameters(declaration.parameters()));
  }

  private static String row(TransformDeclaration declaration) {
    return "| `%s` | %s | %s |\n"
        .formatted(declaration.id(), declaration.summary(), parameters(declaration.parameters()));
  }

  private Optional<ValueGenerator> generator(GeneratorCall call, ValueType type) {
    if (!generators.check(call, type).isEmpty()) {
      return Optional.empty();
    }
    List<ValueType> inputs = generators.inputColumns(call).stream().map(name -> type).toList();
    return Optional.of(generators.create(call, type, inputs, false));
  }

  private static String values(ValueGenerator generator) {
    OptionalLong size =
        generator.space().map(s -> OptionalLong.of(s.size())).orElse(OptionalLong.empty());
    if (size.isEmpty()) {
      return "not numbered";
    }
    return size.getAsLong() == Long.MAX_VALUE ? "2^63" : Long.toString(size.getAsLong());
  }

  private String sample(ValueGenerator generator, GeneratorCall call, ValueType type) {
    List<ColumnVector> inputs =
        generators.inputColumns(call).stream().map(name -> input(type)).toList();
    return text(filled(generator, type, CellRandom.key(SEED, call.id()), inputs));
  }

  private ColumnVector input(ValueType type) {
    GeneratorCall call = SampleCalls.input(type);
    ValueGenerator generator = generators.create(call, type, List.of(), false);
    return filled(generator, type, CellRandom.key(SEED, "input"), List.of());
  }

  private static ColumnVector filled(
      ValueGenerator generator, ValueType type, long key, List<ColumnVector> inputs) {
    ColumnVector out = new ColumnVector(type, 1);
    generator.fill(new Cells(key, new RowSet(1).setRange(0, 1), inputs), out);
    return out;
  }

  private static String text(ColumnVector column) {
    ColumnVector text = new ColumnVector(ValueType.text(), 1);
    text.begin(0);
    PlainText.put(column, 0, text);
    text.end(0);
    return text.textAt(0);
  }

  private static String families(GeneratorDeclaration declaration) {
    if (declaration.produces().size() > 8) {
      return "all";
    }
    return declaration.produces().stream()
        .map(TypeFamily::name)
        .map(name -> name.toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(", "));
  }

  private static String parameters(List<ParameterDeclaration> parameters) {
    return parameters.stream().map(CataloguePage::parameter).collect(Collectors.joining("<br>"));
  }

  private static String parameter(ParameterDeclaration parameter) {
    String name = "`" + parameter.name() + "`";
    return (parameter.required() ? "**" + name + "**" : name)
        + " ("
        + parameter.type().name().toLowerCase(Locale.ROOT)
        + parameter.defaultValue().map(value -> ", `" + cell(value) + "`").orElse("")
        + "): "
        + cell(parameter.summary());
  }

  private static String cell(String text) {
    return text.replace("|", "\\|");
  }
}
