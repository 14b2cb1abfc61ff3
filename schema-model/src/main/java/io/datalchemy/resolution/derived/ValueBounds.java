package io.datalchemy.resolution.derived;

import io.datalchemy.catalogue.GeneratorCall;
import io.datalchemy.catalogue.GeneratorCatalogue;
import io.datalchemy.catalogue.GeneratorDeclaration;
import io.datalchemy.catalogue.ParameterDeclaration;
import io.datalchemy.resolve.ColumnSource;
import io.datalchemy.resolve.ResolvedColumn;
import io.datalchemy.resolve.ResolvedTable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How far from zero the numbers of a column can be, as far as its generators tell. */
final class ValueBounds {
  private final GeneratorCatalogue catalogue;

  ValueBounds(GeneratorCatalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** The bound; empty where a generator says nothing of it, or the column is no generator's. */
  Optional<BigDecimal> magnitude(ResolvedTable table, ResolvedColumn column) {
    List<ColumnSource> sources = sources(table, column).toList();
    BigDecimal largest = BigDecimal.ZERO;
    for (ColumnSource source : sources) {
      Optional<BigDecimal> bound =
          source instanceof ColumnSource.AlwaysNull
              ? Optional.of(BigDecimal.ZERO)
              : generated(table, source);
      if (bound.isEmpty()) {
        return Optional.empty();
      }
      largest = largest.max(bound.get());
    }
    return Optional.of(largest);
  }

  /** Where the values of a column come from, in each shape that its rows take. */
  static Stream<ColumnSource> sources(ResolvedTable table, ResolvedColumn column) {
    if (column.source() instanceof ColumnSource.Shaped shaped) {
      var group = table.shapeGroups().get(shaped.group());
      int place = group.columns().indexOf(column.name());
      return Stream.concat(group.shapes().stream(), group.otherShapes().stream())
          .map(shape -> shape.columns().get(place));
    }
    return Stream.of(column.source());
  }

  private Optional<BigDecimal> generated(ResolvedTable table, ColumnSource source) {
    if (!(source instanceof ColumnSource.Generated generated)
        || !generated.transforms().isEmpty()) {
      return Optional.empty();
    }
    GeneratorCall call = generated.generator();
    if (call.id().equals("derive.money_total")) {
      return product(table, call);
    }
    Optional<BigDecimal> min = limit(call, "min");
    return limit(call, "max").flatMap(max -> min.map(m -> m.abs().max(max.abs())));
  }

  private Optional<BigDecimal> product(ResolvedTable table, GeneratorCall call) {
    BigDecimal product = BigDecimal.ONE;
    List<String> inputs = call.params().texts("input_columns");
    for (int place = 0; place < inputs.size(); place++) {
      Optional<BigDecimal> input =
          table.column(inputs.get(place)).flatMap(column -> magnitude(table, column));
      if (input.isEmpty()) {
        return Optional.empty();
      }
      product = place < 2 ? product.multiply(input.get()) : product.add(input.get());
    }
    return Optional.of(product);
  }

  private Optional<BigDecimal> limit(GeneratorCall call, String name) {
    Optional<ParameterDeclaration> declared =
        catalogue
            .generator(call.id())
            .flatMap((GeneratorDeclaration generator) -> generator.parameter(name))
            .filter(ValueBounds::isNumber);
    return declared.flatMap(
        p -> call.params().decimal(name).or(() -> p.defaultValue().map(BigDecimal::new)));
  }

  private static boolean isNumber(ParameterDeclaration parameter) {
    return parameter.type() == ParameterDeclaration.Type.DECIMAL
        || parameter.type() == ParameterDeclaration.Type.INTEGER;
  }
}
