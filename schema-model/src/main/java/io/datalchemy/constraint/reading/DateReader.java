package io.datalchemy.constraint.reading;

import io.datalchemy.expression.Comparison;
import io.datalchemy.expression.Expression;
import io.datalchemy.expression.Expression.Arithmetic;
import io.datalchemy.expression.Expression.Arithmetic.Operator;
import io.datalchemy.expression.Expression.Call;
import io.datalchemy.expression.Expression.Cast;
import io.datalchemy.expression.Interval;
import io.datalchemy.type.TypeFamily;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads comparisons of parts of dates with constants into ranges. */
final class DateReader {
  private static final Expression ONE_DAY = new Cast(new Expression.Text("1 day"), "interval");

  private final Terms terms;
  private final AtomReader atoms;

  DateReader(Terms terms, AtomReader atoms) {
    this.terms = terms;
    this.atoms = atoms;
  }

  /** {@code (e)::type operator constant}; a cast to a day is a range of moments. */
  Formula ofCast(Cast cast, Comparison operator, Expression constant, boolean vacuous) {
    if (cast.type().equals("date")) {
      return ofDay(cast.operand(), operator, constant, vacuous);
    }
    boolean same = cast.type().startsWith("timestamp") && !cast.type().contains("(");
    return same ? atoms.isolated(cast.operand(), operator, constant, vacuous) : Formula.OPAQUE;
  }

  private Formula ofDay(
      Expression moment, Comparison operator, Expression constant, boolean vacuous) {
    Expression day = new Cast(new Cast(constant, "date"), "timestamp without time zone");
    Expression next = new Arithmetic(day, Operator.PLUS, ONE_DAY);
    boolean isDay =
        terms.valueNow(constant).filter(v -> v instanceof java.time.LocalDate).isPresent();
    if (!isDay) {
      return Formula.OPAQUE;
    }
    return switch (operator) {
      case GREATER_EQUAL, LESS -> atoms.isolated(moment, operator, day, vacuous);
      case GREATER -> atoms.isolated(moment, Comparison.GREATER_EQUAL, next, vacuous);
      case LESS_EQUAL -> atoms.isolated(moment, Comparison.LESS, next, vacuous);
      case EQUAL ->
          terms.isMoving(constant)
              ? Formula.OPAQUE
              : Formula.all(
                  atoms.isolated(moment, Comparison.GREATER_EQUAL, day, vacuous),
                  atoms.isolated(moment, Comparison.LESS, next, vacuous));
      case NOT_EQUAL ->
          Formula.anyOf(
              atoms.isolated(moment, Comparison.LESS, day, vacuous),
              atoms.isolated(moment, Comparison.GREATER_EQUAL, next, vacuous));
    };
  }

  /** {@code call operator constant}; empty if the call is not about dates. */
  Optional<Formula> ofCall(Call call, Comparison operator, Expression constant, boolean vacuous) {
    List<Expression> arguments = call.arguments();
    return switch (call.function()) {
      case "date" -> Optional.of(ofDay(arguments.get(0), operator, constant, vacuous));
      case "extract", "date_part" ->
          Optional.of(part(arguments.get(0), arguments.get(1), operator, constant, vacuous));
      case "age" -> Optional.of(age(call, operator, constant, vacuous));
      default -> Optional.empty();
    };
  }

  private Formula part(
      Expression field,
      Expression value,
      Comparison operator,
      Expression constant,
      boolean vacuous) {
    if (isField(field, "hour")) {
      return hour(value, operator, constant, vacuous);
    }
    if (!isField(field, "year")) {
      return Formula.OPAQUE;
    }
    if (value instanceof Call call && call.function().equals("age")) {
      return yearsOfAge(call, operator, constant, vacuous);
    }
    return terms
        .valueFor(operator, constant)
        .filter(v -> v instanceof BigDecimal)
        .map(v -> year(value, operator, (BigDecimal) v, terms.isMoving(constant), vacuous))
        .orElse(Formula.OPAQUE);
  }

  private boolean isField(Expression field, String name) {
    return terms.valueNow(field).filter(name::equals).isPresent();
  }

  /** The hour of a time of day; that of a timestamp is no range. */
  private Formula hour(
      Expression value, Comparison operator, Expression constant, boolean vacuous) {
    boolean time =
        terms.column(value).flatMap(terms::family).filter(f -> f == TypeFamily.TIME).isPresent();
    Optional<Integer> hour =
        terms
            .valueNow(constant)
            .filter(v -> v instanceof BigDecimal n && n.stripTrailingZeros().scale() <= 0)
            .map(v -> ((BigDecimal) v).intValue())
            .filter(h -> h >= 0 && h <= 22);
    if (!time || hour.isEmpty() || terms.isMoving(constant)) {
      return Formula.OPAQUE;
    }
    Expression start = startOfHour(hour.get());
    Expression next = startOfHour(hour.get() + 1);
    return switch (operator) {
      case GREATER_EQUAL, LESS -> atoms.isolated(value, operator, start, vacuous);
      case GREATER -> atoms.isolated(value, Comparison.GREATER_EQUAL, next, vacuous);
      case LESS_EQUAL -> atoms.isolated(value, Comparison.LESS, next, vacuous);
      default -> Formula.OPAQUE;
    };
  }

  private static Expression startOfHour(int hour) {
    String text = String.format(Locale.ROOT, "%02d:00:00", hour);
    return new Cast(new Expression.Text(text), "time without time zone");
  }

  private Formula year(
      Expression moment, Comparison operator, BigDecimal year, boolean moving, boolean vacuous) {
    boolean whole = year.stripTrailingZeros().scale() <= 0;
    boolean pointed = operator == Comparison.EQUAL || operator == Comparison.NOT_EQUAL;
    if (!whole || (moving && pointed)) {
      return Formula.OPAQUE;
    }
    Expression first = startOf(year.intValue());
    Expression next = startOf(year.intValue() + 1);
    return switch (operator) {
      case GREATER_EQUAL, LESS -> atoms.isolated(moment, operator, first, vacuous);
      case GREATER -> atoms.isolated(moment, Comparison.GREATER_EQUAL, next, vacuous);
      case LESS_EQUAL -> atoms.isolated(moment, Comparison.LESS, next, vacuous);
      case EQUAL ->
          Formula.all(
              atoms.isolated(moment, Comparison.GREATER_EQUAL, first, vacuous),
              atoms.isolated(moment, Comparison.LESS, next, vacuous));
      case NOT_EQUAL ->
          Formula.anyOf(
              atoms.isolated(moment, Comparison.LESS, first, vacuous),
              atoms.isolated(moment, Comparison.GREATER_EQUAL, next, vacuous));
    };
  }

  private static Expression startOf(int year) {
    String text = String.format(Locale.ROOT, "%04d-01-01", year);
    return new Cast(new Expression.Text(text), "timestamp without time zone");
  }

  /** Whole years of age: reached on the birthday. */
  private Formula yearsOfAge(Call age, Comparison operator, Expression constant, boolean vacuous) {
    Optional<BigDecimal> years =
        terms.isMoving(constant)
            ? Optional.empty()
            : terms
                .valueNow(constant)
                .filter(v -> v instanceof BigDecimal)
                .map(v -> ((BigDecimal) v).setScale(0, RoundingMode.CEILING));
    if (years.isEmpty()) {
      return Formula.OPAQUE;
    }
    int count = years.get().intValue();
    return switch (operator) {
      case GREATER_EQUAL -> bornBy(age, Comparison.LESS_EQUAL, count, vacuous);
      case GREATER -> bornBy(age, Comparison.LESS_EQUAL, count + 1, vacuous);
      case LESS -> bornBy(age, Comparison.GREATER, count, vacuous);
      case LESS_EQUAL -> bornBy(age, Comparison.GREATER, count + 1, vacuous);
      default -> Formula.OPAQUE;
    };
  }

  private Formula bornBy(Call age, Comparison operator, int years, boolean vacuous) {
    boolean ofNow = age.arguments().size() == 1;
    Expression end = ofNow ? Call.of("current_date") : age.arguments().get(0);
    Expression birth = age.arguments().get(ofNow ? 0 : 1);
    if (!terms.isConstant(end)) {
      return Formula.OPAQUE;
    }
    Expression span = new Cast(new Expression.Text(years + " years"), "interval");
    return atoms.isolated(birth, operator, new Arithmetic(end, Operator.MINUS, span), vacuous);
  }

  /** An age against whole years. */
  private Formula age(Call age, Comparison operator, Expression constant, boolean vacuous) {
    Optional<Interval> span =
        terms.valueNow(constant).filter(v -> v instanceof Interval).map(Interval.class::cast);
    boolean years =
        span.isPresent()
            && span.get().months() % 12 == 0
            && span.get().days() == 0
            && span.get().micros() == 0;
    if (!years) {
      return Formula.OPAQUE;
    }
    int count = (int) (span.get().months() / 12);
    return switch (operator) {
      case GREATER_EQUAL -> bornBy(age, Comparison.LESS_EQUAL, count, vacuous);
      case GREATER -> bornBy(age, Comparison.LESS, count, vacuous);
      case LESS -> bornBy(age, Comparison.GREATER, count, vacuous);
      case LESS_EQUAL -> bornBy(age, Comparison.GREATER_EQUAL, count, vacuous);
      default -> Formula.OPAQUE;
    };
  }
}
