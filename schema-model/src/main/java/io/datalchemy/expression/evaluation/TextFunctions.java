package io.datalchemy.expression.evaluation;

import io.datalchemy.expression.Expression;
import io.datalchemy.expression.JavaRegex;
import io.datalchemy.expression.UnsupportedExpressionException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;

/** The functions of a text, none of their arguments null. */
final class TextFunctions {
  private TextFunctions() {}

  static Object call(String name, Object[] a) {
    String s = (String) a[0];
    return switch (name) {
      case "upper" -> s.toUpperCase(Locale.ROOT);
      case "lower" -> s.toLowerCase(Locale.ROOT);
      case "initcap" -> initcap(s);
      case "btrim" -> trimmed(s, a, true, true);
      case "ltrim" -> trimmed(s, a, true, false);
      case "rtrim" -> trimmed(s, a, false, true);
      case "strpos" -> position(s, (String) a[1]);
      case "starts_with" -> s.startsWith((String) a[1]);
      case "left" -> part(s, 0, fromEnd(s, whole(a[1])));
      case "right" -> part(s, codePoints(s) - fromEnd(s, whole(a[1])), codePoints(s));
      case "substring", "substr" -> substring(s, a);
      case "replace" -> s.replace((String) a[1], (String) a[2]);
      case "translate" -> translate(s, (String) a[1], (String) a[2]);
      case "reverse" -> new StringBuilder(s).reverse().toString();
      case "split_part" -> splitPart(s, (String) a[1], whole(a[2]));
      case "jsonb_typeof", "json_typeof" -> jsonType(s);
      case "similar_to_escape" -> SimilarPattern.toRegex(s, a);
      case "like_escape" -> SimilarPattern.likeWithBackslash(s, (String) a[1]);
      default -> regexFunction(name, s, a);
    };
  }

  private static Object regexFunction(String name, String s, Object[] a) {
    String flags = a.length > 3 ? (String) a[3] : a.length > 2 ? (String) a[2] : "";
    var kind =
        flags.contains("i") && (a.length != 3 || name.equals("regexp_like"))
            ? Expression.Match.Language.REGEX_IGNORE_CASE
            : Expression.Match.Language.REGEX;
    var matcher = java.util.regex.Pattern.compile(JavaRegex.of(kind, (String) a[1])).matcher(s);
    if (name.equals("regexp_like")) {
      return matcher.find();
    }
    if (!name.equals("regexp_replace")) {
      throw new UnsupportedExpressionException("function " + name + " of a text");
    }
    String by = java.util.regex.Matcher.quoteReplacement((String) a[2]);
    boolean everywhere = a.length > 3 && flags.contains("g");
    return everywhere ? matcher.replaceAll(by) : matcher.replaceFirst(by);
  }

  static BigDecimal length(String s) {
    return BigDecimal.valueOf(s.startsWith("\\x") ? octets(s) : codePoints(s));
  }

  /** UTF-8 bytes of a text; bytes of a bytea, which is written {@code \x…}. */
  static long octets(String s) {
    return s.startsWith("\\x") ? s.length() / 2 - 1 : s.getBytes(StandardCharsets.UTF_8).length;
  }

  private static int codePoints(String s) {
    return s.codePointCount(0, s.length());
  }

  private static int whole(Object number) {
    return ((BigDecimal) number).intValue();
  }

  private static int fromEnd(String s, int count) {
    int length = codePoints(s);
    return Math.max(0, Math.min(length, count < 0 ? length + count : count));
  }

  private static String part(String s, int from, int to) {
    return s.substring(s.offsetByCodePoints(0, from), s.offsetByCodePoints(0, to));
  }

  private static String substring(String s, Object[] a) {
    if (a[1] instanceof String) {
      throw new UnsupportedExpressionException("substring by a pattern");
    }
    int length = codePoints(s);
    long start = whole(a[1]) - 1L;
    long end = a.length > 2 ? start + whole(a[2]) : length;
    int from = (int) Math.max(0, Math.min(length, start));
    return part(s, from, (int) Math.max(from, Math.min(length, end)));
  }

  private static BigDecimal position(String s, String sought) {
    int at = s.indexOf(sought);
    return BigDecimal.valueOf(at < 0 ? 0 : s.codePointCount(0, at) + 1L);
  }

  private static String trimmed(String s, Object[] a, boolean front, boolean back) {
    String characters = a.length > 1 ? (String) a[1] : " ";
    IntPredicate goes = c -> characters.indexOf(c) >= 0;
    int from = 0;
    int to = s.length();
    while (front && from < to && goes.test(s.codePointAt(from))) {
      from += Character.charCount(s.codePointAt(from));
    }
    while (back && to > from && goes.test(s.codePointBefore(to))) {
      to -= Character.charCount(s.codePointBefore(to));
    }
    return s.substring(from, to);
  }

  private static String initcap(String s) {
    StringBuilder result = new StringBuilder();
    boolean start = true;
    for (int c : s.codePoints().toArray()) {
      result.appendCodePoint(start ? Character.toUpperCase(c) : Character.toLowerCase(c));
      start = !Character.isLetterOrDigit(c);
    }
    return result.toString();
  }

  private static String translate(String s, String from, String to) {
    StringBuilder result = new StringBuilder();
    for (int i = 0; i < s.length(); i++) {
      int at = from.indexOf(s.charAt(i));
      if (at < to.length()) {
        result.append(at < 0 ? s.charAt(i) : to.charAt(at));
      }
    }
    return result.toString();
  }

  private static String splitPart(String s, String separator, int index) {
    List<String> parts = List.of(s.split(java.util.regex.Pattern.quote(separator), -1));
    int at = index < 0 ? parts.size() + index : index - 1;
    return at >= 0 && at < parts.size() ? parts.get(at) : "";
  }

  private static String jsonType(String json) {
    String text = json.strip();
    if (text.startsWith("{")) {
      return "object";
    }
    if (text.startsWith("[")) {
      return "array";
    }
    if (text.startsWith("\"")) {
      return "string";
    }
    if (text.startsWith("n")) {
      return "null";
    }
    return text.startsWith("t") || text.startsWith("f") ? "boolean" : "number";
  }
}
