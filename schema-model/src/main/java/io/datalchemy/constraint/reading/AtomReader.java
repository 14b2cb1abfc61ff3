package io.datalchemy.constraint.reading;

import io.datalchemy.constraint.ColumnDomain;
import io.datalchemy.constraint.DomainAlgebra;
import io.datalchemy.constraint.PlainValue;
import io.datalchemy.expression.Comparison;
import io.datalchemy.expression.Expression;
import io.datalchemy.expression.Expression.Arithmetic;
import io.datalchemy.expression.Expression.Arithmetic.Operator;
import io.datalchemy.expression.Expression.Call;
import io.datalchemy.expression.Expression.Cast;
import io.datalchemy.expression.Interval;
import io.datalchemy.type.TypeFamily;
import io.datalchemy.type.ValueType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Turns single comparisons into facts about columns.
 *
 * <p>In every method {@code vacuous} says whether the comparison may also be unknown, so that a
 * NULL column is as good as a fitting one.
 */
final class AtomReader {
  private final Terms terms;
  private final TextReader texts;
  private final DateReader dates;
  private final PairReader pairs;

  AtomReader(Terms terms) {
    this.terms = terms;
    this.texts = new TextReader(terms);
    this.dates = new DateReader(terms, this);
    this.pairs = new PairReader(terms);
  }

  Formula comparison(Expression left, Comparison operator, Expression right, boolean vacuous) {
    if (terms.isConstant(right)) {
      return isolated(left, operator, right, vacuous);
    }
    if (terms.isConstant(left)) {
      return isolated(right, operator.mirrored(), left, vacuous);
    }
    return texts
        .withItself(left, operator, right, vacuous)
        .or(() -> texts.withItself(right, operator.mirrored(), left, vacuous))
        .orElseGet(() -> pairs.comparison(left, operator, right, vacuous));
  }

  /** A truth value that stands alone: a pattern match or a boolean function. */
  Formula pattern(Expression e, boolean positive, boolean vacuous) {
    return texts.match(e, positive, vacuous);
  }

  /** {@code left IN (elements)}, or NOT IN; empty if it must be read element by element. */
  Optional<Formula> membership(
      Expression left, List<Expression> elements, boolean within, boolean vacuous) {
    Optional<String> column = terms.column(left);
    if (column.isEmpty()) {
      return texts.kindOfJson(left, elements, within, vacuous);
    }
    ValueType type = terms.type(column.get());
    List<String> values = new ArrayList<>();
    for (Expression element : elements) {
      Optional<Object> value = constant(element).flatMap(v -> PlainValue.of(type, v));
      if (value.isEmpty()) {
        return Optional.empty();
      }
      if (PlainValue.isRepresentable(type, value.get())) {
        values.add(PlainValue.text(type, value.get()));
      }
    }
    if (!isComparedAsText(type) || (!within && terms.ignoresCase(column.get()))) {
      return Optional.empty();
    }
    ColumnDomain domain = within ? ColumnDomain.oneOf(values) : ColumnDomain.noneOf(values);
    return Optional.of(terms.in(column.get(), domain, vacuous));
  }

  private Optional<Object> constant(Expression element) {
    return terms.isConstant(element) && !terms.isMoving(element)
        ? terms.valueNow(element)
        : Optional.empty();
  }

  /** Whether equal values of the type have equal plain texts. */
  private static boolean isComparedAsText(ValueType type) {
    return switch (type.family()) {
      case TEXT, ENUM, BOOLEAN, UUID -> true;
      default -> PlainValue.isOrdered(type);
    };
  }

  /** {@code e operator constant}, the column in {@code e} brought out step by step. */
  Formula isolated(Expression e, Comparison operator, Expression constant, boolean vacuous) {
    Optional<String> column = terms.column(e);
    if (column.isPresent()) {
      return ofColumn(column.get(), e, operator, constant, vacuous);
    }
    if (e instanceof Expression.Negate negate) {
      return isolated(
          negate.operand(), operator.mirrored(), new Expression.Negate(constant), vacuous);
    }
    if (e instanceof Arithmetic arithmetic) {
      return arithmetic(arithmetic, operator, constant, vacuous);
    }
    if (e instanceof Cast cast) {
      return dates.ofCast(cast, operator, constant, vacuous);
    }
    if (e instanceof Call call && call.function().equals("abs")) {
      return absolute(call.arguments().get(0), operator, constant, vacuous);
    }
    if (e instanceof Call call) {
      return dates
          .ofCall(call, operator, constant, vacuous)
          .orElseGet(() -> texts.ofCall(call, operator, constant, vacuous));
    }
    return Formula.OPAQUE;
  }

  private Formula ofColumn(
      String column, Expression e, Comparison operator, Expression constant, boolean vacuous) {
    Comparison sought = operator;
    if (terms.isMoving(constant)) {
      if (operator == Comparison.EQUAL) {
        return Formula.OPAQUE;
      }
      sought = operator == Comparison.NOT_EQUAL ? Comparison.LESS : operator;
    }
    Optional<Object> value = terms.valueFor(sought, constant);
    if (value.isEmpty()) {
      return Formula.OPAQUE;
    }
    ValueType type = terms.type(column);
    if (type.family() == TypeFamily.ARRAY) {
      return ofArray(column, operator, value.get(), vacuous);
    }
    boolean asText = e instanceof Cast && type.family() == TypeFamily.ENUM;
    Optional<Object> converted = PlainValue.of(type, value.get());
    boolean ranged = operator != Comparison.EQUAL && operator != Comparison.NOT_EQUAL;
    if (type.family() == TypeFamily.ENUM && !(asText && ranged)) {
      return ofEnum(column, operator, converted, vacuous);
    }
    boolean negatedCase = operator == Comparison.NOT_EQUAL && terms.ignoresCase(column);
    if (converted.isEmpty()
        || negatedCase
        || !(ranged ? PlainValue.isOrdered(type) : isComparedAsText(type))) {
      return Formula.OPAQUE;
    }
    return DomainAlgebra.compared(type, sought, converted.get())
        .map(domain -> terms.in(column, domain, vacuous))
        .orElse(terms.in(column, ColumnDomain.oneOf(List.of()), vacuous));
  }

  /** A label that the enum does not have is a text that no label equals. */
  private Formula ofEnum(
      String column, Comparison operator, Optional<Object> place, boolean vacuous) {
    List<String> labels = terms.type(column).labels();
    List<String> allowed = new ArrayList<>();
    for (int i = 0; i < labels.size(); i++) {
      boolean holds =
          place.isPresent()
              ? operator.holds(Integer.compare(i, (Integer) place.get()))
              : operator == Comparison.NOT_EQUAL;
      if (holds) {
        allowed.add(labels.get(i));
      }
    }
    return terms.in(column, ColumnDomain.oneOf(allowed), vacuous);
  }

  private Formula ofArray(String column, Comparison operator, Object value, boolean vacuous) {
    boolean empty = value instanceof List<?> list && list.isEmpty();
    if (!empty) {
      return Formula.OPAQUE;
    }
    return switch (operator) {
      case EQUAL, LESS_EQUAL -> terms.lengths(column, Comparison.LESS_EQUAL, 0, vacuous);
      case NOT_EQUAL, GREATER -> terms.lengths(column, Comparison.GREATER_EQUAL, 1, vacuous);
      default -> Formula.OPAQUE;
    };
  }

  private Formula absolute(
      Expression e, Comparison operator, Expression constant, boolean vacuous) {
    Expression negative = new Expression.Negate(constant);
    Formula above = isolated(e, operator, constant, vacuous);
    Formula below = isolated(e, operator.mirrored(), negative, vacuous);
    boolean inside =
        operator == Comparison.LESS
            || operator == Comparison.LESS_EQUAL
            || operator == Comparison.NOT_EQUAL;
    boolean positive =
        terms
            .valueNow(constant)
            .filter(v -> v instanceof BigDecimal n && n.signum() >= 0)
            .isPresent();
    if (!positive || terms.isMoving(constant)) {
      return Formula.OPAQUE;
    }
    return inside ? Formula.all(above, below) : Formula.anyOf(above, below);
  }

  private Formula arithmetic(
      Arithmetic a, Comparison operator, Expression constant, boolean vacuous) {
    boolean constantLeft = terms.isConstant(a.left());
    if (!constantLeft && !terms.isConstant(a.right())) {
      return a.operator() == Operator.MINUS
          ? pairs.difference(a, operator, constant, vacuous)
          : Formula.OPAQUE;
    }
    Expression known = constantLeft ? a.left() : a.right();
    Expression unknown = constantLeft ? a.right() : a.left();
    return switch (a.operator()) {
      case PLUS -> shifted(unknown, operator, constant, Operator.MINUS, known, vacuous);
      case MINUS ->
          constantLeft
              ? isolated(
                  unknown,
                  operator.mirrored(),
                  new Arithmetic(known, Operator.MINUS, constant),
                  vacuous)
              : shifted(unknown, operator, constant, Operator.PLUS, known, vacuous);
      case TIMES -> scaled(unknown, operator, constant, Operator.DIVIDE, known, vacuous);
      case DIVIDE ->
          constantLeft || isInteger(unknown)
              ? Formula.OPAQUE
              : scaled(unknown, operator, constant, Operator.TIMES, known, vacuous);
      default -> Formula.OPAQUE;
    };
  }

  private boolean isInteger(Expression e) {
    return e.columns().stream()
        .allMatch(c -> terms.family(c).filter(f -> f == TypeFamily.INTEGER).isPresent());
  }

  /**
   * Moves an added constant over. A month is not a fixed number of days, so that moving it can be
   * three days off: a lower bound is raised by as many.
   */
  private Formula shifted(
      Expression e,
      Comparison operator,
      Expression constant,
      Operator inverse,
      Expression by,
      boolean vacuous) {
    boolean months =
        terms.valueNow(by).filter(v -> v instanceof Interval i && i.months() != 0).isPresent();
    if (months && (operator == Comparison.EQUAL || operator == Comparison.NOT_EQUAL)) {
      return Formula.OPAQUE;
    }
    Expression moved = new Arithmetic(constant, inverse, by);
    boolean lower = operator == Comparison.GREATER || operator == Comparison.GREATER_EQUAL;
    if (months && lower) {
      Expression margin = new Cast(new Expression.Text("3 days"), "interval");
      moved = new Arithmetic(moved, Operator.PLUS, margin);
    }
    return isolated(e, operator, moved, vacuous);
  }

  private Formula scaled(
      Expression e,
      Comparison operator,
      Expression constant,
      Operator inverse,
      Expression by,
      boolean vacuous) {
    Optional<BigDecimal> factor =
        terms
            .valueNow(by)
            .filter(v -> v instanceof BigDecimal)
            .map(BigDecimal.class::cast)
            .filter(n -> n.signum() != 0);
    boolean exact = operator != Comparison.EQUAL && operator != Comparison.NOT_EQUAL;
    if (factor.isEmpty() || !exact) {
      return Formula.OPAQUE;
    }
    Expression decimal = new Cast(constant, "numeric");
    Comparison turned = factor.get().signum() < 0 ? operator.mirrored() : operator;
    return isolated(e, turned, new Arithmetic(decimal, inverse, by), vacuous);
  }
}
