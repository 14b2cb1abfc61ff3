package io.datalchemy.constraint.reading;

import io.datalchemy.constraint.ColumnDomain;
import io.datalchemy.constraint.TextPattern;
import io.datalchemy.expression.Comparison;
import io.datalchemy.expression.Expression;
import io.datalchemy.expression.Expression.Call;
import io.datalchemy.expression.Expression.Match;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads comparisons about texts, arrays and json into lengths, patterns and lists. */
final class TextReader {
  private final Terms terms;
  private final LengthReader lengths;

  TextReader(Terms terms) {
    this.terms = terms;
    this.lengths = new LengthReader(terms);
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
    Optional<String> column = terms.textColumn(e.children().get(0));
    Optional<String> start = terms.text(e.children().get(1));
    return column.isPresent() && start.isPresent()
        ? terms.matching(column.get(), TextPatterns.startingWith(start.get()), positive, vacuous)
        : Formula.OPAQUE;
  }

  private Formula match(Match match, boolean positive, boolean vacuous) {
    Optional<String> pattern = terms.text(match.pattern());
    Optional<String> column = terms.textColumn(match.operand());
    if (pattern.isEmpty()) {
      return Formula.OPAQUE;
    }
    if (column.isEmpty()) {
      return ofFolded(match, pattern.get(), positive, vacuous);
    }
    if (match.operand() instanceof Expression.Column && terms.type(column.get()).isBlankPadded()) {
      return padded(match, column.get(), positive, vacuous);
    }
    Optional<List<String>> values = TextPatterns.values(match.language(), pattern.get());
    if (values.isPresent() && !terms.ignoresCase(column.get())) {
      ColumnDomain domain =
          positive ? ColumnDomain.oneOf(values.get()) : ColumnDomain.noneOf(values.get());
      return terms.in(column.get(), domain, vacuous);
    }
    return TextPatterns.of(match.language(), pattern.get())
        .map(p -> terms.matching(column.get(), p, positive, vacuous))
        .orElse(Formula.OPAQUE);
  }

  /**
   * The pattern of a {@code char(n)}, which is matched with its blanks: taken of texts that leave
   * no room for any.
   */
  private Formula padded(Match match, String column, boolean positive, boolean vacuous) {
    Optional<TextPattern> regex =
        terms.text(match.pattern()).flatMap(p -> TextPatterns.of(match.language(), p));
    if (regex.isEmpty()) {
      return Formula.OPAQUE;
    }
    Formula matching = terms.matching(column, regex.get(), positive, vacuous);
    int length = terms.type(column).maxLength().orElseThrow();
    return positive
        ? Formula.all(matching, terms.lengths(column, Comparison.EQUAL, length, vacuous))
        : Formula.all(matching, Formula.OPAQUE);
  }

  /** {@code lower(x) ~ pattern}: taken of texts that are in lower case already. */
  private Formula ofFolded(Match match, String pattern, boolean positive, boolean vacuous) {
    Optional<TextPattern> folded = TextPatterns.unchangedBy(match.operand());
    if (folded.isEmpty() || !positive) {
      return Formula.OPAQUE;
    }
    Expression inner = match.operand().children().get(0);
    Optional<String> column = terms.textColumn(inner);
    Optional<TextPattern> regex = TextPatterns.of(match.language(), pattern);
    return column.isPresent() && regex.isPresent()
        ? Formula.all(
            terms.in(column.get(), ColumnDomain.matching(regex.get()), vacuous),
            terms.in(column.get(), ColumnDomain.matching(folded.get()), vacuous))
        : Formula.OPAQUE;
  }

  /** {@code x = lower(x)} and the like; empty if the sides are not so related. */
  Optional<Formula> withItself(
      Expression left, Comparison operator, Expression right, boolean vacuous) {
    Optional<String> column = terms.textColumn(left);
    boolean same =
        column.isPresent()
            && right instanceof Call call
            && call.arguments().size() == 1
            && terms.textColumn(call.arguments().get(0)).equals(column);
    boolean equality = operator == Comparison.EQUAL || operator == Comparison.NOT_EQUAL;
    if (!same || !equality) {
      return Optional.empty();
    }
    return TextPatterns.unchangedBy(right)
        .map(
            unchanged -> {
              boolean equal = operator == Comparison.EQUAL;
              Formula matching = terms.matching(column.get(), unchanged, equal, vacuous);
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
      return lengths.ofCall(call, operator, number, vacuous);
    }
    return value.get() instanceof String text
        ? ofText(call, operator, text, vacuous)
        : Formula.OPAQUE;
  }

  private Formula ofText(Call call, Comparison operator, String text, boolean vacuous) {
    boolean equal = operator == Comparison.EQUAL;
    if (!equal && operator != Comparison.NOT_EQUAL) {
      return Formula.OPAQUE;
    }
    if (isJsonType(call)) {
      return json(call, List.of(text), equal, vacuous);
    }
    Optional<String> column = terms.textColumn(call.arguments().get(0));
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
      return terms.matching(column, TextPatterns.ignoringCase(text), false, vacuous);
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
    return terms.matching(column, TextPatterns.trimmedTo(text), false, vacuous);
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
        ? terms.matching(column, TextPatterns.startingWith(text), equal, vacuous)
        : Formula.OPAQUE;
  }

  /** {@code jsonb_typeof(x) IN (…)}; empty if it is another comparison. */
  Optional<Formula> kindOfJson(
      Expression left, List<Expression> elements, boolean within, boolean vacuous) {
    List<String> kinds = elements.stream().map(terms::text).flatMap(Optional::stream).toList();
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
        .map(column -> terms.matching(column, TextPatterns.json(kinds), within, vacuous))
        .orElse(Formula.OPAQUE);
  }
}
