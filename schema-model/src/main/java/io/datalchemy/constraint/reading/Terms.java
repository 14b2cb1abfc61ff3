package io.datalchemy.constraint.reading;

import io.datalchemy.constraint.ColumnDomain;
import io.datalchemy.constraint.DomainAlgebra;
import io.datalchemy.constraint.Nullness;
import io.datalchemy.constraint.SolverColumn;
import io.datalchemy.constraint.TextPattern;
import io.datalchemy.expression.Comparison;
import io.datalchemy.expression.Expression;
import io.datalchemy.expression.UnsupportedExpressionException;
import io.datalchemy.expression.evaluation.Evaluator;
import io.datalchemy.expression.evaluation.TruthValue;
import io.datalchemy.type.TypeFamily;
import io.datalchemy.type.ValueType;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the parts of an expression are: columns with their types, and constants as values. */
public final class Terms {
  private final Map<String, SolverColumn> columns = new LinkedHashMap<>();
  private final Evaluator now;
  private final Evaluator later;

  /**
   * The terms of a table.
   *
   * @param horizon how long after {@code asOf} a lower bound that moves with the clock must hold
   */
  public Terms(List<SolverColumn> columns, LocalDate asOf, Period horizon) {
    Map<String, ValueType> types = new LinkedHashMap<>();
    for (SolverColumn column : columns) {
      this.columns.put(column.name(), column);
      types.put(column.name(), column.type());
    }
    this.now = new Evaluator(asOf, types);
    this.later = new Evaluator(asOf.plus(horizon), types);
  }

  /** Whether the table has the column. */
  public boolean knows(String column) {
    return columns.containsKey(column);
  }

  Optional<TypeFamily> family(String column) {
    return Optional.ofNullable(columns.get(column)).map(c -> c.type().family());
  }

  /** The type of a column that the table has. */
  public ValueType type(String column) {
    return columns.get(column).type();
  }

  /** Whether the table declares the column NOT NULL. */
  public boolean isNotNull(String column) {
    return columns.get(column).notNull();
  }

  Formula nullness(String column, Nullness nullness) {
    if (isNotNull(column)) {
      return Formula.when(nullness != Nullness.NULL);
    }
    return new Formula.In(column, ColumnDomain.ANY.withNullness(nullness));
  }

  boolean isConstant(Expression e) {
    return e.columns().isEmpty();
  }

  /** Whether the value is another tomorrow. */
  public boolean isMoving(Expression e) {
    return (e instanceof Expression.Call call && isClock(call))
        || e.children().stream().anyMatch(this::isMoving);
  }

  private static boolean isClock(Expression.Call call) {
    boolean ageOfNow = call.function().equals("age") && call.arguments().size() == 1;
    return ageOfNow || Evaluator.isClock(call);
  }

  /** A constant's value on the day itself; empty if it is NULL or cannot be had. */
  Optional<Object> valueNow(Expression constant) {
    return value(now, constant);
  }

  /** A constant's value at the horizon. */
  Optional<Object> valueLater(Expression constant) {
    return value(later, constant);
  }

  private static Optional<Object> value(Evaluator evaluator, Expression constant) {
    try {
      return Optional.ofNullable(evaluator.value(constant, column -> null));
    } catch (UnsupportedExpressionException | ArithmeticException e) {
      return Optional.empty();
    }
  }

  /** What of an expression cannot be evaluated: found by looking, then by trying it on a row. */
  public Optional<String> unsupportedPart(Expression e) {
    return Evaluator.unsupportedPart(e).or(() -> failure(e));
  }

  private Optional<String> failure(Expression e) {
    try {
      now.test(e, column -> Specimen.of(type(column)));
      return Optional.empty();
    } catch (UnsupportedExpressionException failure) {
      return Optional.of(failure.getMessage());
    }
  }

  /** The values of a column of few values of which the condition is true, false, or neither. */
  List<String> valuesWith(Expression condition, String column, TruthValue truth) {
    return DomainAlgebra.universe(type(column)).stream()
        .filter(value -> now.test(condition, name -> Specimen.parsed(type(column), value)) == truth)
        .toList();
  }

  TruthValue truthOfNull(Expression condition) {
    return now.test(condition, column -> null);
  }

  /** The elements of an array that is written out, as expressions. */
  Optional<List<Expression>> elements(Expression array) {
    if (array instanceof Expression.ArrayOf of) {
      return Optional.of(of.elements());
    }
    if (array instanceof Expression.Cast cast && cast.operand() instanceof Expression.ArrayOf of) {
      String type = cast.type().replaceAll("\\[]$", "");
      List<Expression> elements = new ArrayList<>();
      of.elements().forEach(element -> elements.add(new Expression.Cast(element, type)));
      return Optional.of(elements);
    }
    return isConstant(array) ? valueNow(array).flatMap(Terms::literals) : Optional.empty();
  }

  private static Optional<List<Expression>> literals(Object value) {
    if (!(value instanceof List<?> list)) {
      return Optional.empty();
    }
    List<Expression> literals = new ArrayList<>();
    for (Object element : list) {
      Optional<Expression> literal = literal(element);
      if (literal.isEmpty()) {
        return Optional.empty();
      }
      literals.add(literal.get());
    }
    return Optional.of(literals);
  }

  private static Optional<Expression> literal(Object value) {
    if (value == null) {
      return Optional.of(new Expression.Null());
    }
    if (value instanceof java.math.BigDecimal number) {
      return Optional.of(new Expression.Numeral(number));
    }
    return value instanceof String text ? Optional.of(new Expression.Text(text)) : Optional.empty();
  }

  /** The constant as a bound needs it: a lower bound must still hold at the horizon. */
  Optional<Object> valueFor(Comparison operator, Expression constant) {
    boolean lower = operator == Comparison.GREATER || operator == Comparison.GREATER_EQUAL;
    return lower ? valueLater(constant) : valueNow(constant);
  }

  /** The column that the expression is, but for casts that change no value. */
  Optional<String> column(Expression e) {
    if (e instanceof Expression.Column column) {
      return Optional.of(column.name()).filter(this::knows);
    }
    if (e instanceof Expression.Call call && isUtc(call)) {
      return column(call.arguments().get(1));
    }
    if (e instanceof Expression.Cast cast) {
      return column(cast.operand()).filter(column -> keepsValues(type(column), cast.type()));
    }
    return Optional.empty();
  }

  /** {@code x AT TIME ZONE 'UTC'}: the same moment, as all moments here are of UTC. */
  private boolean isUtc(Expression.Call call) {
    return call.function().equals("timezone")
        && isConstant(call.arguments().get(0))
        && valueNow(call.arguments().get(0))
            .filter(z -> z instanceof String zone && zone.equalsIgnoreCase("utc"))
            .isPresent();
  }

  private static boolean keepsValues(ValueType from, String to) {
    boolean text = List.of("text", "character varying", "varchar", "bpchar").contains(to);
    boolean number = List.of("numeric", "double precision", "bigint").contains(to);
    return switch (from.family()) {
      case TEXT, ENUM, UUID -> text || to.equals(from.name());
      case INTEGER -> number || to.equals("integer");
      case DECIMAL, FLOAT -> number && !to.equals("bigint");
      case DATE, TIMESTAMP, TIMESTAMPTZ -> isTimestamp(to) || isDate(from, to);
      default -> false;
    };
  }

  private static boolean isTimestamp(String to) {
    return to.startsWith("timestamp") && !to.contains("(");
  }

  private static boolean isDate(ValueType from, String to) {
    return from.family() == TypeFamily.DATE && to.equals("date");
  }

  /** Whether texts of the column that differ in case only are equal. */
  boolean ignoresCase(String column) {
    return type(column).name().equals("citext");
  }

  /** The column is in the domain; or NULL, if a comparison that is unknown will do. */
  Formula in(String column, ColumnDomain domain, boolean vacuous) {
    boolean nullable = vacuous && !isNotNull(column);
    return new Formula.In(
        column, domain.withNullness(nullable ? Nullness.EITHER : Nullness.NOT_NULL));
  }

  /** The length of the column compares so with a number. */
  Formula lengths(String column, Comparison operator, long length, boolean vacuous) {
    int least = (int) Math.max(-1, Math.min(Integer.MAX_VALUE - 1, length));
    return switch (operator) {
      case EQUAL -> lengths(column, Optional.of(least), Optional.of(least), vacuous);
      case NOT_EQUAL ->
          Formula.anyOf(
              lengths(column, Comparison.LESS, length, vacuous),
              lengths(column, Comparison.GREATER, length, vacuous));
      case LESS -> lengths(column, Optional.empty(), Optional.of(least - 1), vacuous);
      case LESS_EQUAL -> lengths(column, Optional.empty(), Optional.of(least), vacuous);
      case GREATER -> lengths(column, Optional.of(least + 1), Optional.empty(), vacuous);
      case GREATER_EQUAL -> lengths(column, Optional.of(least), Optional.empty(), vacuous);
    };
  }

  private Formula lengths(
      String column, Optional<Integer> least, Optional<Integer> most, boolean vacuous) {
    Optional<Integer> min = least.filter(length -> length > 0);
    boolean never = least.isPresent() && least.get() < 0 && most.isPresent();
    Optional<Integer> max = never ? Optional.of(-1) : most;
    return in(column, ColumnDomain.ANY.withLengths(min, max), vacuous);
  }

  /** The text column that the expression is. */
  Optional<String> textColumn(Expression e) {
    return column(e).filter(column -> type(column).family() == TypeFamily.TEXT);
  }

  /** The text that a constant is. */
  Optional<String> text(Expression constant) {
    return isConstant(constant) && !isMoving(constant)
        ? valueNow(constant).filter(v -> v instanceof String).map(String.class::cast)
        : Optional.empty();
  }

  /** The column matches the pattern, or does not if not {@code positive}. */
  Formula matching(String column, TextPattern pattern, boolean positive, boolean vacuous) {
    TextPattern wanted =
        positive
            ? pattern
            : new TextPattern(pattern.regex(), pattern.anchored(), !pattern.negated());
    return in(column, ColumnDomain.matching(wanted), vacuous);
  }
}
