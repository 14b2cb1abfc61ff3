package io.datalchemy.expression.evaluation;

import io.datalchemy.expression.JavaRegex;
import io.datalchemy.expression.UnsupportedExpressionException;

/** SQL's other pattern languages, turned into those that {@link JavaRegex} reads. */
final class SimilarPattern {
  private SimilarPattern() {}

  /** What {@code similar_to_escape} gives: SIMILAR TO's pattern as a regular expression. */
  static String toRegex(String pattern, Object[] arguments) {
    if (arguments.length > 1 && !"\\".equals(arguments[1])) {
      throw new UnsupportedExpressionException("SIMILAR TO with an escape character");
    }
    StringBuilder regex = new StringBuilder("^(?:");
    boolean inBracket = false;
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      inBracket = inBracket ? c != ']' : c == '[';
      if (c == '\\' && i + 1 < pattern.length()) {
        regex.append('\\').append(pattern.charAt(++i));
      } else {
        regex.append(inBracket ? String.valueOf(c) : outsideBracket(c));
      }
    }
    return regex.append(")$").toString();
  }

  private static String outsideBracket(char c) {
    return switch (c) {
      case '%' -> ".*";
      case '_' -> ".";
      case '.', '^', '$' -> "\\" + c;
      default -> String.valueOf(c);
    };
  }

  /** What {@code like_escape} gives: the pattern with a backslash as its escape character. */
  static String likeWithBackslash(String pattern, String escape) {
    StringBuilder like = new StringBuilder();
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (!escape.isEmpty() && c == escape.charAt(0) && i + 1 < pattern.length()) {
        like.append('\\').append(pattern.charAt(++i));
      } else {
        like.append(c == '\\' ? "\\\\" : String.valueOf(c));
      }
    }
    return like.toString();
  }
}
