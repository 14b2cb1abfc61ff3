package io.datalchemy.constraint.reading;

import io.datalchemy.constraint.ColumnDomain;
import io.datalchemy.constraint.Nullness;
import io.datalchemy.constraint.Ordering;
import io.datalchemy.constraint.Ordering.Offset;
import io.datalchemy.constraint.PlainValue;
import io.datalchemy.expression.Comparison;
import io.datalchemy.expression.Expression;
import io.datalchemy.expression.Expression.Arithmetic;
import io.datalchemy.expression.Expression.Arithmetic.Operator;
import io.datalchemy.expression.Expression.Cast;
import io.datalchemy.expression.Interval;
import io.datalchemy.type.TypeFamily;
import io.datalchemy.type.ValueType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads comparisons between two columns into orderings. */
final class PairReader {
  /** A column with something constant added to it. */
  private record Side(String column, Offset offset) {}

  private final Terms terms;

  PairReader(Terms terms) {
    this.terms = terms;
  }

  Formula comparison(Expression left, Comparison operator, Expression right, boolean vacuous) {
    Optional<Formula> day = ofDay(left, operator, right, vacuous);
    if (day.isPresent()) {
      return day.get();
    }
    Optional<Side> a = side(left);
    Optional<Side> b = side(right);
    if (a.isEmpty() || b.isEmpty()) {
      return Formula.OPAQUE;
    }
    return minus(b.get().offset(), a.get().offset())
        .map(offset -> ordering(a.get().column(), operator, b.get().column(), offset, vacuous))
        .orElse(Formula.OPAQUE);
  }

  /** {@code x - y operator constant}. */
  Formula difference(Arithmetic minus, Comparison operator, Expression constant, boolean vacuous) {
    Optional<Side> a = side(minus.left());
    Optional<Side> b = side(minus.right());
    Optional<Offset> offset = terms.isMoving(constant) ? Optional.empty() : fixed(constant);
    if (a.isEmpty() || b.isEmpty() || offset.isEmpty() || !isPlain(a.get()) || !isPlain(b.get())) {
      return Formula.OPAQUE;
    }
    return ordering(a.get().column(), operator, b.get().column(), offset.get(), vacuous);
  }

  private static boolean isPlain(Side side) {
    return side.offset() instanceof Offset.None;
  }

  /** An interval that is compared, not added, counts 30 days a month. */
  private Optional<Offset> fixed(Expression constant) {
    return offset(constant)
        .map(
            offset ->
                offset instanceof Offset.Span span
                    ? new Offset.Span(new Interval(0, 0, span.value().approximateMicros()))
                    : offset);
  }

  private Optional<Side> side(Expression e) {
    Optional<String> column = terms.column(e);
    if (column.isPresent()) {
      return Optional.of(new Side(column.get(), Offset.NONE));
    }
    if (e instanceof Cast cast && cast.type().startsWith("timestamp")) {
      return side(cast.operand());
    }
    boolean sum =
        e instanceof Arithmetic a
            && (a.operator() == Operator.PLUS || a.operator() == Operator.MINUS);
    return sum ? sum((Arithmetic) e) : Optional.empty();
  }

  private Optional<Side> sum(Arithmetic a) {
    boolean constantLeft = a.operator() == Operator.PLUS && terms.isConstant(a.left());
    Expression known = constantLeft ? a.left() : a.right();
    Optional<String> column = terms.column(constantLeft ? a.right() : a.left());
    boolean wraps = column.filter(c -> family(c) == TypeFamily.TIME).isPresent();
    if (column.isEmpty() || wraps || !terms.isConstant(known) || terms.isMoving(known)) {
      return Optional.empty();
    }
    Optional<Offset> offset = offset(known);
    return a.operator() == Operator.PLUS
        ? offset.map(o -> new Side(column.get(), o))
        : offset.flatMap(o -> minus(Offset.NONE, o)).map(o -> new Side(column.get(), o));
  }

  private Optional<Offset> offset(Expression constant) {
    Object value = terms.valueNow(constant).orElse("");
    if (value instanceof BigDecimal number) {
      return Optional.of(number.signum() == 0 ? Offset.NONE : new Offset.Amount(number));
    }
    if (value instanceof Interval span) {
      return Optional.of(span.equals(Interval.ZERO) ? Offset.NONE : new Offset.Span(span));
    }
    return Optional.empty();
  }

  /** The first without the second; empty where months would have to change sides. */
  private static Optional<Offset> minus(Offset a, Offset b) {
    if (b instanceof Offset.None) {
      return Optional.of(a);
    }
    if (b instanceof Offset.Amount amount) {
      BigDecimal from = a instanceof Offset.Amount first ? first.value() : BigDecimal.ZERO;
      BigDecimal rest = from.subtract(amount.value());
      return a instanceof Offset.Span
          ? Optional.empty()
          : Optional.of(rest.signum() == 0 ? Offset.NONE : new Offset.Amount(rest));
    }
    Interval span = ((Offset.Span) b).value();
    if (span.months() != 0 || a instanceof Offset.Amount) {
      return Optional.empty();
    }
    Interval from = a instanceof Offset.Span first ? first.value() : Interval.ZERO;
    return Optional.of(new Offset.Span(from.plus(span.negated())));
  }

  /** A timestamp's day against a date: the same as its moment against a midnight. */
  private Optional<Formula> ofDay(
      Expression left, Comparison operator, Expression right, boolean vacuous) {
    Optional<String> leftDay = day(left);
    Optional<String> rightDay = day(right);
    if (leftDay.isPresent() && rightDay.isPresent()) {
      return operator == Comparison.LESS_EQUAL || operator == Comparison.GREATER_EQUAL
          ? Optional.of(ordering(leftDay.get(), operator, rightDay.get(), Offset.NONE, vacuous))
          : Optional.of(Formula.OPAQUE);
    }
    if (rightDay.isPresent()) {
      return ofDay(right, operator.mirrored(), left, vacuous);
    }
    Optional<String> date = terms.column(right).filter(c -> family(c) == TypeFamily.DATE);
    if (leftDay.isEmpty() || date.isEmpty()) {
      return Optional.empty();
    }
    String moment = leftDay.get();
    Offset nextDay = new Offset.Span(Interval.ofDays(1));
    return Optional.of(
        switch (operator) {
          case GREATER_EQUAL, LESS -> ordering(moment, operator, date.get(), Offset.NONE, vacuous);
          case GREATER -> ordering(moment, Comparison.GREATER_EQUAL, date.get(), nextDay, vacuous);
          case LESS_EQUAL -> ordering(moment, Comparison.LESS, date.get(), nextDay, vacuous);
          case EQUAL ->
              Formula.all(
                  ordering(moment, Comparison.GREATER_EQUAL, date.get(), Offset.NONE, vacuous),
                  ordering(moment, Comparison.LESS, date.get(), nextDay, vacuous));
          case NOT_EQUAL -> Formula.OPAQUE;
        });
  }

  private Optional<String> day(Expression e) {
    boolean cast = e instanceof Cast c && c.type().equals("date");
    boolean call = e instanceof Expression.Call f && f.function().equals("date");
    return cast || call
        ? terms.column(e.children().get(0)).filter(c -> family(c) != TypeFamily.DATE)
        : Optional.empty();
  }

  private TypeFamily family(String column) {
    return terms.type(column).family();
  }

  private Formula ordering(
      String left, Comparison operator, String right, Offset offset, boolean vacuous) {
    ValueType a = terms.type(left);
    ValueType b = terms.type(right);
    boolean ranged = operator != Comparison.EQUAL && operator != Comparison.NOT_EQUAL;
    boolean sameKind =
        (PlainValue.isNumber(a) && PlainValue.isNumber(b))
            || (PlainValue.isMoment(a) && PlainValue.isMoment(b))
            || (a.family() == b.family() && a.labels().equals(b.labels()));
    boolean days = offset instanceof Offset.Amount && PlainValue.isMoment(a) && !bothDates(a, b);
    if (!sameKind || days || a.family() == TypeFamily.ARRAY || a.family() == TypeFamily.JSON) {
      return Formula.OPAQUE;
    }
    if (left.equals(right)) {
      return ofItself(left, operator, offset, vacuous);
    }
    if (ranged && a.family() == TypeFamily.ENUM) {
      return ofLabels(left, operator, right, vacuous);
    }
    if (ranged && !PlainValue.isOrdered(a)) {
      return Formula.OPAQUE;
    }
    Formula ordered = new Formula.Ordered(new Ordering(left, operator, right, offset));
    return vacuous
        ? ordered
        : Formula.all(
            terms.nullness(left, Nullness.NOT_NULL),
            terms.nullness(right, Nullness.NOT_NULL),
            ordered);
  }

  private static boolean bothDates(ValueType a, ValueType b) {
    return a.family() == TypeFamily.DATE && b.family() == TypeFamily.DATE;
  }

  private Formula ofItself(String column, Comparison operator, Offset offset, boolean vacuous) {
    if (!(offset instanceof Offset.None)) {
      return Formula.OPAQUE;
    }
    ColumnDomain domain = operator.holds(0) ? ColumnDomain.ANY : ColumnDomain.oneOf(List.of());
    return terms.in(column, domain, vacuous);
  }

  private Formula ofLabels(String left, Comparison operator, String right, boolean vacuous) {
    List<String> labels = terms.type(left).labels();
    List<Formula> ways = new ArrayList<>();
    for (int i = 0; i < labels.size(); i++) {
      int place = i;
      List<String> partners =
          labels.stream()
              .filter(l -> operator.holds(Integer.compare(place, labels.indexOf(l))))
              .toList();
      ways.add(
          Formula.all(
              terms.in(left, ColumnDomain.oneOf(List.of(labels.get(i))), false),
              terms.in(right, ColumnDomain.oneOf(partners), false)));
    }
    if (vacuous) {
      ways.add(terms.nullness(left, Nullness.NULL));
      ways.add(terms.nullness(right, Nullness.NULL));
    }
    return Formula.anyOf(ways);
  }
}
