package io.datalchemy.constraint;

import io.datalchemy.expression.Comparison;
import io.datalchemy.expression.Expression;
import io.datalchemy.expression.Expression.Call;
import io.datalchemy.expression.Expression.Match;
import io.datalchemy.type.TypeFamily;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads comparisons about texts, arrays and json into lengths, patterns and lists. */
final class TextReader {
  private final Terms terms;

  TextReader(Terms terms) {
    this.terms = terms;
  }

  /** A pattern match or a boolean function of a text. */
  Formula match(Expression e, boolean positive, boolean vacuous) {
    if (e instanceof Match match) {
      return match(match, positive != match.negated(), vacuous);
    }
    boolean prefix = e instanceof Call call && call.function().equals("starts_with");
    if (!prefix) {
      return Formula.OPAQUE;
    }
    Optional<String> column = textColumn(e.children().get(0));
    Optional<String> start = text(e.children().get(1));
    return column.isPresent() && start.isPresent()
        ? matching(column.get(), TextPatterns.startingWith(start.get()), positive, vacuous)
        : Formula.OPAQUE;
  }

  private Formula match(Match match, boolean positive, boolean vacuous) {
    Optional<String> pattern = text(match.pattern());
    Optional<String> column = textColumn(match.operand());
    if (pattern.isEmpty()) {
      return Formula.OPAQUE;
    }
    if (column.isEmpty()) {
      return ofFolded(match, pattern.get(), positive, vacuous);
    }
    Optional<List<String>> values = TextPatterns.values(match.language(), pattern.get());
    if (values.isPresent() && !terms.ignoresCase(column.get())) {
      ColumnDomain domain =
          positive ? ColumnDomain.oneOf(values.get()) : ColumnDomain.noneOf(values.get());
      return terms.in(column.get(), domain, vacuous);
    }
    return TextPatterns.of(match.language(), pattern.get())
        .map(p -> matching(column.get(), p, positive, vacuous))
        .orElse(Formula.OPAQUE);
  }

  /** {@code lower(x) ~ pattern}: taken of texts that are in lower case already. */
  private Formula ofFolded(Match match, String pattern, boolean positive, boolean vacuous) {
    Optional<TextPattern> folded = folding(match.operand());
    if (folded.isEmpty() || !positive) {
      return Formula.OPAQUE;
    }
    Expression inner = match.operand().children().get(0);
    Optional<String> column = textColumn(inner);
    Optional<TextPattern> regex = TextPatterns.of(match.language(), pattern);
    return column.isPresent() && regex.isPresent()
        ? Formula.all(
            terms.in(column.get(), ColumnDomain.matching(regex.get()), vacuous),
            terms.in(column.get(), ColumnDomain.matching(folded.get()), vacuous))
        : Formula.OPAQUE;
  }

  /** The pattern of the texts that the function leaves as they are. */
  private Optional<TextPattern> folding(Expression e) {
    boolean unary = e instanceof Call call && call.arguments().size() == 1;
    return unary ? TextPatterns.unchangedBy(((Call) e).function()) : Optional.empty();
  }

  private Formula matching(String column, TextPattern pattern, boolean positive, boolean vacuous) {
    TextPattern wanted =
        positive
            ? pattern
            : new TextPattern(pattern.regex(), pattern.anchored(), !pattern.negated());
    return terms.in(column, ColumnDomain.matching(wanted), vacuous);
  }

  private Optional<String> textColumn(Expression e) {
    return terms.column(e).filter(column -> terms.type(column).family() == TypeFamily.TEXT);
  }

  private Optional<String> text(Expression constant) {
    return terms.isConstant(constant) && !terms.isMoving(constant)
        ? terms.valueNow(constant).filter(v -> v instanceof String).map(String.class::cast)
        : Optional.empty();
  }

  /** {@code x = lower(x)} and the like; empty if the sides are not so related. */
  Optional<Formula> withItself(
      Expression left, Comparison operator, Expression right, boolean vacuous) {
    Optional<String> column = textColumn(left);
    boolean same =
        column.isPresent()
            && right instanceof Call call
            && call.arguments().size() == 1
            && textColumn(call.arguments().get(0)).equals(column);
    boolean equality = operator == Comparison.EQUAL || operator == Comparison.NOT_EQUAL;
    if (!same || !equality) {
      return Optional.empty();
    }
    return folding(right)
        .map(
            unchanged -> {
              boolean equal = operator == Comparison.EQUAL;
              Formula matching = matching(column.get(), unchanged, equal, vacuous);
              return equal ? matching : Formula.all(matching, Formula.OPAQUE);
            });
  }

  /** {@code call operator constant}. */
  Formula ofCall(Call call, Comparison operator, Expression constant, boolean vacuous) {
    Optional<Object> value = terms.isMoving(constant) ? Optional.empty() : terms.valueNow(constant);
    if (value.isEmpty() || call.arguments().isEmpty()) {
      return Formula.OPAQUE;
    }
    if (value.get() instanceof BigDecimal number) {
      return ofNumber(call, operator, number, vacuous);
    }
    return value.get() instanceof String text
        ? ofText(call, operator, text, vacuous)
        : Formula.OPAQUE;
  }

  private Formula ofNumber(Call call, Comparison operator, BigDecimal number, boolean vacuous) {
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
    if (folding(operand).isPresent() && !isTrim(operand)) {
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
    Optional<String> inner = textColumn(call.arguments().get(0));
    Optional<TextPattern> pattern = measured(call, TextPatterns.range(operator, count));
    return inner.isPresent() && pattern.isPresent()
        ? matching(inner.get(), pattern.get(), true, vacuous)
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
    call.arguments().subList(1, 4).forEach(argument -> others.add(text(argument)));
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
    if (column.isEmpty() || !inner.equals(operand)) {
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
    Optional<String> column = textColumn(call.arguments().get(0));
    Optional<String> sought = text(call.arguments().get(1)).filter(s -> !s.isEmpty());
    if (column.isEmpty() || sought.isEmpty()) {
      return Formula.OPAQUE;
    }
    TextPatterns.Range range = TextPatterns.range(operator, count);
    boolean absent =
        (operator == Comparison.EQUAL && count == 0) || (operator == Comparison.LESS && count == 1);
    if (absent) {
      TextPattern contains = TextPatterns.foundAfter(sought.get(), 0);
      return matching(column.get(), contains, false, vacuous);
    }
    boolean open = range.max().isEmpty() && range.min() >= 1;
    boolean found = operator == Comparison.NOT_EQUAL && count == 0;
    if (!open && !found) {
      return Formula.OPAQUE;
    }
    int before = found ? 0 : (int) range.min() - 1;
    return matching(column.get(), TextPatterns.foundAfter(sought.get(), before), true, vacuous);
  }

  private Formula ofText(Call call, Comparison operator, String text, boolean vacuous) {
    boolean equal = operator == Comparison.EQUAL;
    if (!equal && operator != Comparison.NOT_EQUAL) {
      return Formula.OPAQUE;
    }
    if (isJsonType(call)) {
      return json(call, List.of(text), equal, vacuous);
    }
    Optional<String> column = textColumn(call.arguments().get(0));
    if (column.isEmpty()) {
      return Formula.OPAQUE;
    }
    return switch (call.function()) {
      case "lower", "upper" -> folded(column.get(), call.function(), text, equal, vacuous);
      case "btrim" -> trimmed(column.get(), call, text, equal, vacuous);
      case "left" -> start(column.get(), call.arguments().get(1), text, equal, vacuous);
      case "substring", "substr" -> substring(column.get(), call, text, equal, vacuous);
      default -> Formula.OPAQUE;
    };
  }

  private Formula folded(
      String column, String function, String text, boolean equal, boolean vacuous) {
    String changed =
        function.equals("lower") ? text.toLowerCase(Locale.ROOT) : text.toUpperCase(Locale.ROOT);
    if (!equal) {
      return matching(column, TextPatterns.ignoringCase(text), false, vacuous);
    }
    List<String> values = changed.equals(text) ? List.of(text) : List.of();
    return terms.in(column, ColumnDomain.oneOf(values), vacuous);
  }

  private Formula trimmed(String column, Call call, String text, boolean equal, boolean vacuous) {
    if (call.arguments().size() != 1) {
      return Formula.OPAQUE;
    }
    if (equal) {
      List<String> values = text.strip().equals(text) ? List.of(text) : List.of();
      return terms.in(column, ColumnDomain.oneOf(values), vacuous);
    }
    return matching(column, TextPatterns.trimmedTo(text), false, vacuous);
  }

  private Formula substring(String column, Call call, String text, boolean equal, boolean vacuous) {
    boolean fromStart =
        call.arguments().size() == 3
            && terms.valueNow(call.arguments().get(1)).filter(BigDecimal.ONE::equals).isPresent();
    return fromStart
        ? start(column, call.arguments().get(2), text, equal, vacuous)
        : Formula.OPAQUE;
  }

  private Formula start(
      String column, Expression length, String text, boolean equal, boolean vacuous) {
    int wanted = text.codePointCount(0, text.length());
    long count =
        terms
            .valueNow(length)
            .filter(v -> v instanceof BigDecimal)
            .map(v -> ((BigDecimal) v).longValue())
            .orElse(-1L);
    return count == wanted
        ? matching(column, TextPatterns.startingWith(text), equal, vacuous)
        : Formula.OPAQUE;
  }

  /** {@code jsonb_typeof(x) IN (…)}; empty if it is another comparison. */
  Optional<Formula> kindOfJson(
      Expression left, List<Expression> elements, boolean within, boolean vacuous) {
    List<String> kinds = elements.stream().map(this::text).flatMap(Optional::stream).toList();
    return left instanceof Call call && isJsonType(call) && kinds.size() == elements.size()
        ? Optional.of(json(call, kinds, within, vacuous))
        : Optional.empty();
  }

  private static boolean isJsonType(Call call) {
    return call.function().equals("jsonb_typeof") || call.function().equals("json_typeof");
  }

  private Formula json(Call call, List<String> kinds, boolean within, boolean vacuous) {
    return terms
        .column(call.arguments().get(0))
        .map(column -> matching(column, TextPatterns.json(kinds), within, vacuous))
        .orElse(Formula.OPAQUE);
  }
}
