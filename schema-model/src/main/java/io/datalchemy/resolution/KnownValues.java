package io.datalchemy.resolution;

import com.fasterxml.jackson.databind.JsonNode;
import io.datalchemy.catalogue.GeneratorCall;
import io.datalchemy.expression.Comparison;
import io.datalchemy.expression.Expression;
import io.datalchemy.expression.Expression.Compare;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a call's parameters tell of all of its values, as conditions on the column. */
final class KnownValues {
  private KnownValues() {}

  /** The conditions that all values meet; none where nothing is known. */
  static List<Expression> of(GeneratorCall call, String column, long rows) {
    return switch (call.id()) {
      case "primitive.int.sequence_hint" -> ofSequence(call, column, rows);
      case "primitive.enum" -> listed(call, "values", column);
      case "primitive.constant" -> listed(call, "value", column);
      case "primitive.int", "primitive.int.range", "primitive.decimal.numeric" ->
          ofRange(call, column);
      default -> List.of();
    };
  }

  private static List<Expression> ofSequence(GeneratorCall call, String column, long rows) {
    BigDecimal start = number(call, "start").orElse(BigDecimal.ONE);
    BigDecimal step = number(call, "step").orElse(BigDecimal.ONE);
    BigDecimal last = start.add(step.multiply(BigDecimal.valueOf(Math.max(0, rows - 1))));
    return List.of(
        compare(column, Comparison.GREATER_EQUAL, new Expression.Numeral(start.min(last))),
        compare(column, Comparison.LESS_EQUAL, new Expression.Numeral(start.max(last))));
  }

  private static List<Expression> ofRange(GeneratorCall call, String column) {
    List<Expression> known = new ArrayList<>();
    number(call, "min")
        .map(Expression.Numeral::new)
        .ifPresent(n -> known.add(compare(column, Comparison.GREATER_EQUAL, n)));
    number(call, "max")
        .map(Expression.Numeral::new)
        .ifPresent(n -> known.add(compare(column, Comparison.LESS_EQUAL, n)));
    return known;
  }

  private static List<Expression> listed(GeneratorCall call, String parameter, String column) {
    Optional<JsonNode> values = call.params().find(parameter);
    if (values.isEmpty()) {
      return List.of();
    }
    List<Expression> either = new ArrayList<>();
    Iterable<JsonNode> all = values.get().isArray() ? values.get() : List.of(values.get());
    all.forEach(value -> either.add(compare(column, Comparison.EQUAL, literal(value))));
    return either.isEmpty() ? List.of() : List.of(new Expression.Or(either));
  }

  private static Expression literal(JsonNode value) {
    if (value.isNumber()) {
      return new Expression.Numeral(value.decimalValue());
    }
    return value.isBoolean()
        ? new Expression.Truth(value.booleanValue())
        : new Expression.Text(value.asText());
  }

  private static Optional<BigDecimal> number(GeneratorCall call, String parameter) {
    return call.params().text(parameter).map(BigDecimal::new);
  }

  private static Expression compare(String column, Comparison operator, Expression value) {
    return new Compare(new Expression.Column(column), operator, value);
  }
}
