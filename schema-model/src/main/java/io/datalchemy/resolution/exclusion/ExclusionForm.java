package io.datalchemy.resolution.exclusion;

import io.datalchemy.expression.Expression;
import io.datalchemy.expression.parsing.ExpressionParser;
import io.datalchemy.expression.parsing.ParsedCondition;
import io.datalchemy.schema.Column;
import io.datalchemy.schema.Constraint.Exclusion;
import io.datalchemy.schema.Constraint.Exclusion.Element;
import io.datalchemy.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * An exclusion constraint of the usual form: rows alike in some columns must not overlap in a
 * range.
 *
 * @param equal the columns that rows are alike in; a key that is not understood is left out, which
 *     forbids more than the constraint does
 * @param ranges the columns of ranges, or the first and the last column of a range that an
 *     expression makes of them
 */
record ExclusionForm(String name, List<String> equal, Line ranges) {

  private static final Set<String> RANGES =
      Set.of("int4range", "int8range", "numrange", "daterange", "tsrange", "tstzrange");

  /** The form of a constraint; empty if it has another. */
  static Optional<ExclusionForm> of(Exclusion exclusion, Table table) {
    List<String> equal = new ArrayList<>();
    Optional<Line> line = Optional.empty();
    for (Element element : exclusion.elements()) {
      Optional<Expression> expression = parse(element.expression());
      if (element.operator().equals("=")) {
        expression
            .filter(Expression.Column.class::isInstance)
            .ifPresent(column -> equal.add(((Expression.Column) column).name()));
      } else if (element.operator().equals("&&") && line.isEmpty()) {
        line = expression.flatMap(e -> line(e, table));
      }
    }
    return line.map(found -> new ExclusionForm(exclusion.name(), equal, found));
  }

  private static Optional<Expression> parse(String sql) {
    return ExpressionParser.parse(sql) instanceof ParsedCondition.Parsed parsed
        ? Optional.of(parsed.expression())
        : Optional.empty();
  }

  private static Optional<Line> line(Expression expression, Table table) {
    if (expression instanceof Expression.Column column) {
      return table
          .column(column.name())
          .map(Column::columnType)
          .filter(type -> RANGES.contains(type.udtName()))
          .map(type -> new Line(List.of(column.name()), "[)"));
    }
    boolean isRange =
        expression instanceof Expression.Call call
            && RANGES.contains(call.function().toLowerCase(Locale.ROOT))
            && call.arguments().size() >= 2;
    if (!isRange) {
      return Optional.empty();
    }
    List<Expression> arguments = expression.children();
    Optional<String> from = column(arguments.get(0));
    Optional<String> to = column(arguments.get(1));
    String bounds = arguments.size() > 2 ? text(arguments.get(2)) : "[)";
    boolean isClosed = bounds.equals("[]");
    return from.isPresent() && to.isPresent() && !from.equals(to)
        ? Optional.of(new Line(List.of(from.get(), to.get()), isClosed ? "[]" : "[)"))
        : Optional.empty();
  }

  /** A column, or one that {@code COALESCE} gives an end where it is NULL. */
  private static Optional<String> column(Expression expression) {
    if (expression instanceof Expression.Call call && call.function().equals("coalesce")) {
      return column(call.arguments().get(0));
    }
    return expression instanceof Expression.Column column
        ? Optional.of(column.name())
        : Optional.empty();
  }

  private static String text(Expression expression) {
    if (expression instanceof Expression.Cast cast) {
      return text(cast.operand());
    }
    return expression instanceof Expression.Text text ? text.value() : "[)";
  }
}
