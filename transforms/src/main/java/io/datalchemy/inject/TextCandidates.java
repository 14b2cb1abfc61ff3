package io.datalchemy.inject;

import io.datalchemy.expression.Expression;
import io.datalchemy.type.TypeFamily;
import io.datalchemy.type.ValueType;
import io.datalchemy.vector.ColumnVector;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Texts that are a little wrong: of another case, length or alphabet, or none of a list. */
final class TextCandidates {
  private static final int LONG_TEXT = 400;

  /** What is done to the row's own text; each keeps its length where it can. */
  private static final List<UnaryOperator<String>> MUTATIONS =
      List.of(
          text -> text.replace('@', '#'),
          text -> replaceLast(text, 'x'),
          text -> replaceLast(text, '0'),
          text -> text.replaceAll("[0-9]", "x"),
          text -> text.replaceAll("\\p{L}", "0"),
          text -> text.toLowerCase(Locale.ROOT),
          text -> text.toUpperCase(Locale.ROOT),
          text -> text.isEmpty() ? text : text.substring(text.offsetByCodePoints(0, 1)),
          text -> text + "x",
          text -> " " + text,
          text -> "?".repeat(text.codePointCount(0, text.length())));

  private TextCandidates() {}

  static List<CandidateValue> of(ValueType type, List<Expression> constants) {
    List<CandidateValue> candidates = new ArrayList<>();
    for (String constant : constants(type, constants)) {
      candidates.add((column, i) -> write(constant, column, i));
    }
    if (type.family() == TypeFamily.TEXT) {
      for (UnaryOperator<String> mutation : MUTATIONS) {
        candidates.add(
            (column, i) -> !column.isNull(i) && write(mutation.apply(column.textAt(i)), column, i));
      }
    }
    return candidates;
  }

  private static Set<String> constants(ValueType type, List<Expression> constants) {
    Set<String> texts = new LinkedHashSet<>();
    switch (type.family()) {
      case ENUM -> texts.addAll(type.labels());
      case ARRAY -> texts.add("{}");
      case JSON -> texts.addAll(List.of("{}", "[]", "null", "0", "\"\""));
      case TEXT -> {
        for (Expression constant : constants) {
          if (constant instanceof Expression.Text text) {
            texts.add(replaceLast(text.value(), 'x'));
            texts.add(text.value());
          }
        }
        texts.addAll(List.of("", "?", "0", "x".repeat(type.maxLength().orElse(LONG_TEXT))));
      }
      default -> {}
    }
    return texts;
  }

  private static String replaceLast(String text, char by) {
    return text.isEmpty()
        ? text
        : text.substring(0, text.offsetByCodePoints(text.length(), -1)) + by;
  }

  private static boolean write(String text, ColumnVector column, int i) {
    int most = column.type().maxLength().orElse(Integer.MAX_VALUE);
    if (text.codePointCount(0, text.length()) > most) {
      return false;
    }
    column.setText(i, text);
    return true;
  }
}
