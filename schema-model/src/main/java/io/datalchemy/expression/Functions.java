package io.datalchemy.expression;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntPredicate;

/** The functions that conditions call, by name. */
final class Functions {
  /** Functions that are written without parentheses. */
  static final Set<String> KEYWORDS =
      Set.of("current_date", "current_timestamp", "localtimestamp", "current_time", "localtime");

  /** Functions whose value moves with the clock. */
  static final Set<String> CLOCKS =
      Set.of(
          "current_date",
          "current_timestamp",
          "localtimestamp",
          "now",
          "transaction_timestamp",
          "statement_timestamp",
          "clock_timestamp");

  private static final Set<String> OF_NULLS =
      Set.of("coalesce", "num_nulls", "num_nonnulls", "greatest", "least", "nullif", "concat");
  private static final Set<String> STRICT =
      Set.of(
          "length",
          "char_length",
          "character_length",
          "octet_length",
          "bit_length",
          "upper",
          "lower",
          "initcap",
          "btrim",
          "ltrim",
          "rtrim",
          "strpos",
          "abs",
          "round",
          "floor",
          "ceil",
          "ceiling",
          "trunc",
          "sign",
          "mod",
          "power",
          "sqrt",
          "div",
          "left",
          "right",
          "substring",
          "substr",
          "starts_with",
          "replace",
          "translate",
          "regexp_replace",
          "regexp_like",
          "reverse",
          "extract",
          "date_part",
          "date_trunc",
          "age",
          "timezone",
          "date",
          "jsonb_typeof",
          "json_typeof",
          "array_length",
          "cardinality",
          "array_position",
          "similar_to_escape",
          "like_escape",
          "make_date",
          "split_part");
  private static final Set<String> INTEGER_RESULTS =
      Set.of(
          "length",
          "char_length",
          "character_length",
          "octet_length",
          "bit_length",
          "strpos",
          "num_nulls",
          "num_nonnulls",
          "array_length",
          "cardinality",
          "array_position");

  private final LocalDate asOf;

  Functions(LocalDate asOf) {
    this.asOf = asOf;
  }

  static boolean isKnown(Expression.Call call) {
    String name = call.function();
    return OF_NULLS.contains(name) || STRICT.contains(name) || CLOCKS.contains(name);
  }

  static boolean givesInteger(Expression.Call call) {
    return INTEGER_RESULTS.contains(call.function());
  }

  Object call(Expression.Call call, Object[] arguments) {
    String name = call.function();
    if (CLOCKS.contains(name)) {
      return now(name);
    }
    if (OF_NULLS.contains(name)) {
      return ofNulls(name, arguments);
    }
    boolean nullIsSought = name.equals("array_position") && arguments[0] != null;
    if (!nullIsSought && Arrays.stream(arguments).anyMatch(Objects::isNull)) {
      return null;
    }
    try {
      return strict(name, arguments);
    } catch (ClassCastException | ArrayIndexOutOfBoundsException e) {
      throw new UnsupportedExpressionException("function " + name + " with these arguments");
    }
  }

  private Object now(String name) {
    return switch (name) {
      case "current_date" -> asOf;
      case "localtimestamp" -> asOf.atStartOfDay();
      default -> asOf.atStartOfDay().atOffset(ZoneOffset.UTC);
    };
  }

  private static Object ofNulls(String name, Object[] arguments) {
    List<Object> present = Arrays.stream(arguments).filter(Objects::nonNull).toList();
    return switch (name) {
      case "coalesce" -> present.isEmpty() ? null : present.get(0);
      case "num_nulls" -> BigDecimal.valueOf(arguments.length - present.size());
      case "num_nonnulls" -> BigDecimal.valueOf(present.size());
      case "greatest" -> present.stream().max(Values::compare).orElse(null);
      case "least" -> present.stream().min(Values::compare).orElse(null);
      case "concat" -> String.join("", present.stream().map(Casts::text).toList());
      default -> present.size() == 2 && same(present) ? null : arguments[0];
    };
  }

  private static boolean same(List<Object> two) {
    return Values.compare(two.get(0), two.get(1)) == 0;
  }

  private Object strict(String name, Object[] a) {
    return switch (name) {
      case "extract", "date_part" -> DateFields.extract((String) a[0], a[1]);
      case "date_trunc" -> DateFields.truncate((String) a[0], a[1]);
      case "age" -> a.length == 1 ? DateFields.age(asOf, a[0]) : DateFields.age(a[0], a[1]);
      case "timezone" -> DateFields.inZone((String) a[0], a[1]);
      case "date" -> Values.moment(a[0]).toLocalDate();
      case "make_date" -> LocalDate.of(whole(a[0]), whole(a[1]), whole(a[2]));
      case "array_length" -> arrayLength((List<?>) a[0]);
      case "cardinality" -> BigDecimal.valueOf(((List<?>) a[0]).size());
      case "array_position" -> arrayPosition((List<?>) a[0], a[1]);
      case "length", "char_length", "character_length" -> length((String) a[0]);
      case "octet_length" -> BigDecimal.valueOf(octets((String) a[0]));
      case "bit_length" -> BigDecimal.valueOf(8L * octets((String) a[0]));
      default -> a[0] instanceof BigDecimal ? number(name, a) : text(name, a);
    };
  }

  private static Object number(String name, Object[] a) {
    BigDecimal n = (BigDecimal) a[0];
    int scale = a.length > 1 && a[1] instanceof BigDecimal d ? d.intValue() : 0;
    return switch (name) {
      case "abs" -> n.abs();
      case "sign" -> BigDecimal.valueOf(n.signum());
      case "round" -> n.setScale(scale, RoundingMode.HALF_UP);
      case "trunc" -> n.setScale(scale, RoundingMode.DOWN);
      case "floor" -> n.setScale(0, RoundingMode.FLOOR);
      case "ceil", "ceiling" -> n.setScale(0, RoundingMode.CEILING);
      case "mod" -> Values.compute(n, Expression.Arithmetic.Operator.MODULO, a[1]);
      case "div" -> Values.divideWhole(n, a[1]);
      case "power" -> Values.power(n, (BigDecimal) a[1]);
      case "sqrt" -> BigDecimal.valueOf(Math.sqrt(n.doubleValue()));
      default -> throw new UnsupportedExpressionException("function " + name + " of a number");
    };
  }

  private static Object text(String name, Object[] a) {
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

  private static BigDecimal length(String s) {
    return BigDecimal.valueOf(s.startsWith("\\x") ? octets(s) : codePoints(s));
  }

  /** UTF-8 bytes of a text; bytes of a bytea, which is written {@code \x…}. */
  private static long octets(String s) {
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
    for (char c : s.toCharArray()) {
      int at = from.indexOf(c);
      if (at < 0 || at < to.length()) {
        result.append(at < 0 ? c : to.charAt(at));
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
    Function<String, Boolean> starts = text::startsWith;
    if (starts.apply("{")) {
      return "object";
    }
    if (starts.apply("[")) {
      return "array";
    }
    if (starts.apply("\"")) {
      return "string";
    }
    if (starts.apply("n")) {
      return "null";
    }
    return starts.apply("t") || starts.apply("f") ? "boolean" : "number";
  }

  private static BigDecimal arrayLength(List<?> array) {
    return array.isEmpty() ? null : BigDecimal.valueOf(array.size());
  }

  private static BigDecimal arrayPosition(List<?> array, Object sought) {
    for (int i = 0; i < array.size(); i++) {
      Object element = array.get(i);
      boolean found =
          element == null || sought == null
              ? element == sought
              : Values.compare(element, sought) == 0;
      if (found) {
        return BigDecimal.valueOf(i + 1L);
      }
    }
    return null;
  }
}
