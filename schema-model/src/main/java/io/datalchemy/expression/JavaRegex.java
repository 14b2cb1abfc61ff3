package io.datalchemy.expression;

import io.datalchemy.expression.Expression.Match;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** LIKE patterns and PostgreSQL's regular expressions as Java's, all to be used with find. */
public final class JavaRegex {
  /** Constraint escapes that Java writes otherwise, or not at all. */
  private static final Map<Character, String> ESCAPES =
      Map.of('m', "\\b(?=\\w)", 'M', "\\b(?<=\\w)", 'y', "\\b", 'Y', "\\B", 'A', "\\A", 'Z', "\\z");

  private JavaRegex() {}

  /**
   * The Java regular expression that finds something exactly in the texts that match.
   *
   * @throws UnsupportedExpressionException if Java has nothing like it
   */
  public static String of(Match.Language language, String pattern) {
    String regex =
        switch (language) {
          case LIKE -> "(?s)" + like(pattern);
          case ILIKE -> "(?siu)" + like(pattern);
          case REGEX -> "(?s)" + regex(pattern);
          case REGEX_IGNORE_CASE -> "(?siu)" + regex(pattern);
        };
    try {
      Pattern.compile(regex);
      return regex;
    } catch (PatternSyntaxException e) {
      throw new UnsupportedExpressionException("pattern '" + pattern + "' is not understood");
    }
  }

  private static String like(String pattern) {
    StringBuilder regex = new StringBuilder("\\A");
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (c == '\\' && i + 1 < pattern.length()) {
        regex.append(literal(pattern.charAt(++i)));
      } else if (c == '%') {
        regex.append(".*");
      } else {
        regex.append(c == '_' ? "." : literal(c));
      }
    }
    return regex.append("\\z").toString();
  }

  private static String literal(char c) {
    return "\\^$.|?*+()[]{}-&~#".indexOf(c) >= 0 ? "\\" + c : String.valueOf(c);
  }

  private static String regex(String pattern) {
    if (pattern.startsWith("***") || pattern.startsWith("(?")) {
      return directed(pattern);
    }
    StringBuilder regex = new StringBuilder();
    int at = 0;
    while (at < pattern.length()) {
      at = pattern.charAt(at) == '[' ? bracket(pattern, at, regex) : atom(pattern, at, regex);
    }
    return regex.toString();
  }

  /** What {@code similar_to_escape} gives starts with {@code ^(?:}, so only directors are left. */
  private static String directed(String pattern) {
    if (pattern.startsWith("(?:") || pattern.startsWith("(?=") || pattern.startsWith("(?!")) {
      return "(?:)" + regex("(?:)" + pattern, 4);
    }
    if (pattern.startsWith("(?i)")) {
      return "(?iu)" + regex(pattern.substring(4));
    }
    throw new UnsupportedExpressionException("pattern '" + pattern + "' is not understood");
  }

  private static String regex(String pattern, int from) {
    StringBuilder regex = new StringBuilder();
    int at = from;
    while (at < pattern.length()) {
      at = pattern.charAt(at) == '[' ? bracket(pattern, at, regex) : atom(pattern, at, regex);
    }
    return regex.toString();
  }

  private static int atom(String pattern, int at, StringBuilder regex) {
    char c = pattern.charAt(at);
    if (c == '\\' && at + 1 < pattern.length()) {
      char escaped = pattern.charAt(at + 1);
      regex.append(ESCAPES.containsKey(escaped) ? ESCAPES.get(escaped) : escape(escaped));
      return at + 2;
    }
    if (c == '$') {
      regex.append("\\z");
    } else if (c == '{' && !startsBound(pattern, at)) {
      regex.append("\\{");
    } else {
      regex.append(c == '}' && !endsBound(regex) ? "\\}" : String.valueOf(c));
    }
    return at + 1;
  }

  private static String escape(char c) {
    boolean known = "dDwWsSbBnrtfv0123456789".indexOf(c) >= 0 || !Character.isLetter(c);
    if (!known) {
      throw new UnsupportedExpressionException("the escape \\" + c + " in a pattern");
    }
    return "\\" + c;
  }

  private static boolean startsBound(String pattern, int at) {
    return at + 1 < pattern.length() && Character.isDigit(pattern.charAt(at + 1));
  }

  private static boolean endsBound(StringBuilder regex) {
    int open = regex.lastIndexOf("{");
    return open >= 0 && regex.substring(open + 1).matches("[0-9]+(,[0-9]*)?");
  }

  /** A bracket expression: in PostgreSQL only {@code \}, {@code ]}, {@code -} and ^ are special. */
  private static int bracket(String pattern, int start, StringBuilder regex) {
    int at = start + 1;
    regex.append('[');
    if (at < pattern.length() && pattern.charAt(at) == '^') {
      regex.append('^');
      at++;
    }
    int first = at;
    while (at < pattern.length() && (pattern.charAt(at) != ']' || at == first)) {
      at = member(pattern, at, regex);
    }
    if (at >= pattern.length()) {
      throw new UnsupportedExpressionException("a bracket in a pattern is not closed");
    }
    regex.append(']');
    return at + 1;
  }

  private static int member(String pattern, int at, StringBuilder regex) {
    if (pattern.startsWith("[:", at)) {
      int end = pattern.indexOf(":]", at);
      regex.append(characterClass(pattern.substring(at + 2, Math.max(at + 2, end))));
      return end + 2;
    }
    char c = pattern.charAt(at);
    if (c == '\\' && at + 1 < pattern.length()) {
      regex.append(escape(pattern.charAt(at + 1)));
      return at + 2;
    }
    regex.append("[]&^~".indexOf(c) >= 0 ? "\\" + c : String.valueOf(c));
    return at + 1;
  }

  private static String characterClass(String name) {
    return switch (name) {
      case "alpha" -> "\\p{IsAlphabetic}";
      case "digit" -> "0-9";
      case "alnum" -> "\\p{IsAlphabetic}\\p{IsDigit}";
      case "upper" -> "\\p{IsUppercase}";
      case "lower" -> "\\p{IsLowercase}";
      case "space" -> "\\s";
      case "punct" -> "\\p{Punct}";
      case "blank" -> " \\t";
      case "cntrl" -> "\\p{Cntrl}";
      case "xdigit" -> "0-9A-Fa-f";
      case "graph" -> "\\p{Graph}";
      case "print" -> "\\p{Print}";
      case "word" -> "\\w";
      default ->
          throw new UnsupportedExpressionException("the class [:" + name + ":] in a pattern");
    };
  }
}
