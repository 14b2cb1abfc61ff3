package io.datalchemy.constraint.reading;

import io.datalchemy.constraint.TextPattern;
import io.datalchemy.expression.Comparison;
import io.datalchemy.expression.Expression;
import io.datalchemy.expression.Expression.Call;
import io.datalchemy.type.TypeFamily;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads comparisons of lengths and positions with numbers into lengths and patterns. */
final class LengthReader {
  private final Terms terms;

  LengthReader(Terms terms) {
    this.terms = terms;
  }

  /** {@code call operator number}. */
  Formula ofCall(Call call, Comparison operator, BigDecimal number, boolean vacuous) {
    if (number.stripTrailingZeros().scale() > 0) {
      return Formula.OPAQUE;
    }
    long count = number.longValue();
    Expression operand = call.arguments().get(0);
    return switch (call.function()) {
      case "length", "char_length", "character_length" -> length(operand, operator, count, vacuous);
      case "octet_length" -> octets(operand, operator, count, vacuous);
      case "cardinality" -> elements(operand, operator, count, vacuous);
      case "array_length" -> arrayLength(operand, operator, count, vacuous);
      case "strpos" -> position(call, operator, count, vacuous);
      default -> Formula.OPAQUE;
    };
  }

  private Formula length(Expression operand, Comparison operator, long count, boolean vacuous) {
    Optional<String> column = terms.column(operand).filter(this::hasLength);
    if (column.isPresent()) {
      return terms.lengths(column.get(), operator, count, vacuous);
    }
    if (TextPatterns.unchangedBy(operand).isPresent() && !isTrim(operand)) {
      return length(operand.children().get(0), operator, count, vacuous);
    }
    if (!(operand instanceof Call call)) {
      return Formula.OPAQUE;
    }
    if (operator == Comparison.NOT_EQUAL) {
      return Formula.anyOf(
          length(operand, Comparison.LESS, count, vacuous),
          length(operand, Comparison.GREATER, count, vacuous));
    }
    Optional<String> inner = terms.textColumn(call.arguments().get(0));
    Optional<TextPattern> pattern = measured(call, TextPatterns.range(operator, count));
    return inner.isPresent() && pattern.isPresent()
        ? terms.matching(inner.get(), pattern.get(), true, vacuous)
        : Formula.OPAQUE;
  }

  /** The texts of which the call's result has a length in the range. */
  private Optional<TextPattern> measured(Call call, TextPatterns.Range range) {
    if (isTrim(call) && call.arguments().size() == 1) {
      return Optional.of(TextPatterns.trimmedLength(range));
    }
    if (!call.function().equals("regexp_replace") || call.arguments().size() != 4) {
      return Optional.empty();
    }
    List<Optional<String>> others = new ArrayList<>();
    call.arguments().subList(1, 4).forEach(argument -> others.add(terms.text(argument)));
    boolean removesAll =
        others.get(1).equals(Optional.of("")) && others.get(2).equals(Optional.of("g"));
    return removesAll
        ? others.get(0).flatMap(removed -> TextPatterns.lengthWithout(removed, range))
        : Optional.empty();
  }

  private static boolean isTrim(Expression e) {
    return e instanceof Call call && call.function().equals("btrim");
  }

  private boolean hasLength(String column) {
    TypeFamily family = terms.type(column).family();
    return family == TypeFamily.TEXT || family == TypeFamily.BYTEA;
  }

  private Formula octets(Expression operand, Comparison operator, long count, boolean vacuous) {
    Expression inner = operand instanceof Call call ? call.arguments().get(0) : operand;
    Optional<String> column = terms.column(inner).filter(this::hasLength);
    if (column.isEmpty() || !inner.equals(operand) || terms.type(column.get()).isBlankPadded()) {
      return Formula.OPAQUE;
    }
    Formula characters = terms.lengths(column.get(), operator, count, vacuous);
    boolean bytes = terms.type(column.get()).family() == TypeFamily.BYTEA;
    boolean least = operator == Comparison.GREATER || operator == Comparison.GREATER_EQUAL;
    return bytes || least ? characters : Formula.all(characters, Formula.OPAQUE);
  }

  private Formula elements(Expression operand, Comparison operator, long count, boolean vacuous) {
    return terms
        .column(operand)
        .filter(column -> terms.type(column).family() == TypeFamily.ARRAY)
        .map(column -> terms.lengths(column, operator, count, vacuous))
        .orElse(Formula.OPAQUE);
  }

  /** The length of an empty array is NULL. */
  private Formula arrayLength(
      Expression operand, Comparison operator, long count, boolean vacuous) {
    Formula fits = elements(operand, operator, count, vacuous);
    return vacuous
        ? Formula.anyOf(elements(operand, Comparison.EQUAL, 0, true), fits)
        : Formula.all(elements(operand, Comparison.GREATER, 0, false), fits);
  }

  private Formula position(Call call, Comparison operator, long count, boolean vacuous) {
    Optional<String> column = terms.textColumn(call.arguments().get(0));
    Optional<String> sought = terms.text(call.arguments().get(1)).filter(s -> !s.isEmpty());
    if (column.isEmpty() || sought.isEmpty()) {
      return Formula.OPAQUE;
    }
    TextPatterns.Range range = TextPatterns.range(operator, count);
    boolean absent =
        (operator == Comparison.EQUAL && count == 0) || (operator == Comparison.LESS && count == 1);
    if (absent) {
      TextPattern contains = TextPatterns.foundAfter(sought.get(), 0);
      return terms.matching(column.get(), contains, false, vacuous);
    }
    boolean open = range.max().isEmpty() && range.min() >= 1;
    boolean found = operator == Comparison.NOT_EQUAL && count == 0;
    if (!open && !found) {
      return Formula.OPAQUE;
    }
    int before = found ? 0 : (int) range.min() - 1;
    return terms.matching(
        column.get(), TextPatterns.foundAfter(sought.get(), before), true, vacuous);
  }
}
