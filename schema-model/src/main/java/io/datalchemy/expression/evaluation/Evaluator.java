package io.datalchemy.expression.evaluation;

import io.datalchemy.expression.Expression;
import io.datalchemy.expression.Expression.Arithmetic;
import io.datalchemy.expression.Expression.Case;
import io.datalchemy.expression.Expression.Test;
import io.datalchemy.expression.UnsupportedExpressionException;
import io.datalchemy.type.TypeFamily;
import io.datalchemy.type.ValueType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Evaluates expressions over rows as PostgreSQL does, in the time zone UTC. Thread-safe.
 *
 * <p>Texts are ordered by code point, as the collation C orders them.
 */
public final class Evaluator {
  private final Map<String, ValueType> columns;
  private final FixedLength fixed;
  private final Functions functions;
  private final PatternCache patterns = new PatternCache();

  /**
   * An evaluator for rows of these columns.
   *
   * @param asOf the day whose first moment is now
   */
  public Evaluator(LocalDate asOf, Map<String, ValueType> columns) {
    this.columns = Map.copyOf(columns);
    this.fixed = new FixedLength(this.columns);
    this.functions = new Functions(Objects.requireNonNull(asOf, "asOf"));
  }

  /** What of the expression cannot be evaluated, in words; empty if all of it can be. */
  public static Optional<String> unsupportedPart(Expression expression) {
    Optional<String> own = Optional.empty();
    if (expression instanceof Expression.Call call && !Functions.isKnown(call)) {
      own = Optional.of("function " + call.function() + " is not understood");
    }
    return own.or(
        () ->
            expression.children().stream()
                .map(Evaluator::unsupportedPart)
                .flatMap(Optional::stream)
                .findFirst());
  }

  /** Whether the function's value moves with the clock. */
  public static boolean isClock(Expression.Call call) {
    return Functions.CLOCKS.contains(call.function());
  }

  /**
   * The truth of a condition; false where PostgreSQL fails with an arithmetic error, since it
   * refuses that row too.
   *
   * @throws UnsupportedExpressionException if a part of it cannot be evaluated
   */
  public TruthValue test(Expression condition, RowValues row) {
    try {
      return TruthValue.of(value(condition, row));
    } catch (ArithmeticException e) {
      return TruthValue.FALSE;
    }
  }

  /**
   * The value of an expression; null if it is NULL.
   *
   * @throws ArithmeticException at a division by zero and the like
   * @throws UnsupportedExpressionException if a part of it cannot be evaluated
   */
  public Object value(Expression e, RowValues row) {
    if (e instanceof Expression.Column column) {
      return fixed.plain(column, row.valueOf(column.name()));
    }
    if (e instanceof Expression.Text text) {
      return text.value();
    }
    if (e instanceof Expression.Numeral number) {
      return number.value();
    }
    if (e instanceof Expression.Truth truth) {
      return truth.value();
    }
    if (e instanceof Expression.And and) {
      return junction(and.operands(), false, row);
    }
    if (e instanceof Expression.Or or) {
      return junction(or.operands(), true, row);
    }
    if (e instanceof Expression.Not not) {
      Object operand = value(not.operand(), row);
      return operand == null ? null : !truth(operand);
    }
    if (e instanceof Test test) {
      return test(test.kind(), value(test.operand(), row));
    }
    return comparison(e, row);
  }

  private Object comparison(Expression e, RowValues row) {
    if (e instanceof Expression.Compare c) {
      return compare(c, row);
    }
    if (e instanceof Expression.Distinct d) {
      Object left = value(d.left(), row);
      Object right = value(d.right(), row);
      boolean anyNull = left == null || right == null;
      return anyNull ? left != right : Values.compare(left, right) != 0;
    }
    if (e instanceof Expression.Quantified q) {
      return quantified(q, row);
    }
    if (e instanceof Expression.Match m) {
      return match(m, row);
    }
    if (e instanceof Arithmetic a) {
      return arithmetic(a, row);
    }
    return compound(e, row);
  }

  private Object compound(Expression e, RowValues row) {
    if (e instanceof Expression.Negate n) {
      return Values.negate(value(n.operand(), row));
    }
    if (e instanceof Expression.Cast cast) {
      return Casts.cast(value(cast.operand(), row), cast.type());
    }
    if (e instanceof Expression.Call call) {
      Object[] values = call.arguments().stream().map(a -> value(a, row)).toArray();
      return functions.call(call, fixed.arguments(call, values));
    }
    if (e instanceof Expression.ArrayOf array) {
      List<Object> elements = new ArrayList<>();
      array.elements().forEach(element -> elements.add(value(element, row)));
      return elements;
    }
    return e instanceof Case choice ? choice(choice, row) : null;
  }

  /** AND and OR: the deciding value wins over NULL, NULL over the other. */
  private Boolean junction(List<Expression> operands, boolean deciding, RowValues row) {
    boolean unknown = false;
    for (Expression operand : operands) {
      Object value = value(operand, row);
      if (value == null) {
        unknown = true;
      } else if (truth(value) == deciding) {
        return deciding;
      }
    }
    return unknown ? null : !deciding;
  }

  private static boolean truth(Object value) {
    if (value instanceof Boolean truth) {
      return truth;
    }
    throw new UnsupportedExpressionException("a condition that is not boolean");
  }

  private static boolean test(Test.Kind kind, Object value) {
    return switch (kind) {
      case NULL, UNKNOWN -> value == null;
      case NOT_NULL, NOT_UNKNOWN -> value != null;
      case TRUE -> Boolean.TRUE.equals(value);
      case NOT_TRUE -> !Boolean.TRUE.equals(value);
      case FALSE -> Boolean.FALSE.equals(value);
      case NOT_FALSE -> !Boolean.FALSE.equals(value);
    };
  }

  private Boolean compare(Expression.Compare c, RowValues row) {
    Object left = value(c.left(), row);
    Object right = value(c.right(), row);
    if (left == null || right == null) {
      return null;
    }
    List<String> labels = labels(c.left());
    labels = labels.isEmpty() ? labels(c.right()) : labels;
    int order =
        labels.isEmpty()
            ? Values.compare(left, right)
            : Integer.compare(labels.indexOf(left), labels.indexOf(right));
    return c.operator().holds(order);
  }

  private List<String> labels(Expression e) {
    ValueType type = e instanceof Expression.Column column ? columns.get(column.name()) : null;
    return type != null && type.family() == TypeFamily.ENUM ? type.labels() : List.of();
  }

  private Boolean quantified(Expression.Quantified q, RowValues row) {
    Object left = value(q.left(), row);
    Object array = value(q.array(), row);
    if (array == null) {
      return null;
    }
    boolean unknown = false;
    for (Object element : (List<?>) array) {
      if (left == null || element == null) {
        unknown = true;
      } else if (q.operator().holds(Values.compare(left, element)) != q.all()) {
        return !q.all();
      }
    }
    return unknown ? null : q.all();
  }

  private Boolean match(Expression.Match m, RowValues row) {
    Object text = fixed.matched(m.operand(), value(m.operand(), row));
    Object pattern = value(m.pattern(), row);
    if (text == null || pattern == null) {
      return null;
    }
    return patterns.get(m.language(), (String) pattern).matcher((String) text).find()
        != m.negated();
  }

  private Object arithmetic(Arithmetic a, RowValues row) {
    Object left = value(a.left(), row);
    Object right = value(a.right(), row);
    if (left == null || right == null) {
      return null;
    }
    boolean whole =
        a.operator() == Arithmetic.Operator.DIVIDE && isInteger(a.left()) && isInteger(a.right());
    return whole ? Values.divideWhole(left, right) : Values.compute(left, a.operator(), right);
  }

  /** Whether the expression's type is an integer, so that division drops the remainder. */
  private boolean isInteger(Expression e) {
    if (e instanceof Expression.Column column) {
      ValueType type = columns.get(column.name());
      return type != null && type.family() == TypeFamily.INTEGER;
    }
    if (e instanceof Expression.Numeral number) {
      return number.value().scale() <= 0;
    }
    if (e instanceof Expression.Cast cast) {
      return Casts.isInteger(cast.type());
    }
    if (e instanceof Expression.Call call) {
      return isInteger(call);
    }
    if (e instanceof Case choice) {
      return isInteger(choice.otherwise())
          && choice.branches().stream().allMatch(branch -> isInteger(branch.value()));
    }
    if (e instanceof Expression.Null) {
      return true;
    }
    boolean computed = e instanceof Arithmetic || e instanceof Expression.Negate;
    return computed && e.children().stream().allMatch(this::isInteger);
  }

  private boolean isInteger(Expression.Call call) {
    return switch (call.function()) {
      case "abs", "mod", "nullif" -> isInteger(call.arguments().get(0));
      case "coalesce", "greatest", "least" -> call.arguments().stream().allMatch(this::isInteger);
      default -> Functions.givesInteger(call);
    };
  }

  private Object choice(Case choice, RowValues row) {
    for (Case.Branch branch : choice.branches()) {
      if (Boolean.TRUE.equals(value(branch.condition(), row))) {
        return value(branch.value(), row);
      }
    }
    return value(choice.otherwise(), row);
  }
}
