package io.datalchemy.expression.evaluation;

import io.datalchemy.expression.Interval;
import io.datalchemy.expression.UnsupportedExpressionException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code value::type}, for the types that conditions cast to. */
final class Casts {
  private static final Set<String> INTEGERS =
      Set.of("smallint", "integer", "bigint", "int2", "int4", "int8");
  private static final Set<String> NUMBERS =
      Set.of("numeric", "decimal", "double precision", "real", "float4", "float8", "money");
  private static final Set<String> BLANK_PADDED = Set.of("bpchar", "character", "char");
  private static final Pattern TYPE =
      Pattern.compile("([^(\\[]+?)\\s*(?:\\(([0-9]+)(?:,\\s*([0-9]+))?\\))?(?:\\s*(with.*))?");
  private static final DateTimeFormatter CLOCK =
      new DateTimeFormatterBuilder()
          .appendPattern("HH:mm[:ss]")
          .appendFraction(java.time.temporal.ChronoField.NANO_OF_SECOND, 0, 6, true)
          .toFormatter(Locale.ROOT);
  private static final Pattern STAMP =
      Pattern.compile(
          "(\\d{4,}-\\d\\d-\\d\\d)(?:[ T](\\d\\d:\\d\\d(?::\\d\\d(?:\\.\\d+)?)?))?(.*)");

  private Casts() {}

  static boolean isInteger(String type) {
    return INTEGERS.contains(type);
  }

  static boolean isNumber(String type) {
    return isInteger(type) || NUMBERS.contains(name(type));
  }

  /** The type's name without limits, brackets and zone. */
  static String name(String type) {
    Matcher matcher =
        TYPE.matcher(type.endsWith("[]") ? type.substring(0, type.length() - 2) : type);
    return matcher.matches() ? matcher.group(1) : type;
  }

  static boolean isZoned(String type) {
    return type.endsWith("with time zone") || type.equals("timestamptz");
  }

  static Object cast(Object value, String type) {
    if (value == null) {
      return null;
    }
    if (type.endsWith("[]")) {
      return array(value, type.substring(0, type.length() - 2));
    }
    try {
      return scalar(value, type);
    } catch (NumberFormatException | DateTimeException e) {
      throw new ArithmeticException("a value that is no " + type);
    }
  }

  private static Object scalar(Object value, String type) {
    String name = name(type);
    if (INTEGERS.contains(name)) {
      return integer(value);
    }
    if (NUMBERS.contains(name)) {
      return limited(number(value), type);
    }
    return switch (name) {
      case "date" -> date(value);
      case "time" -> time(value);
      case "timestamp", "timestamptz" -> isZoned(type) ? zoned(value) : stamp(value);
      case "interval" -> value instanceof String s ? Interval.parse(s) : value;
      case "boolean", "bool" -> truth(value);
      case "text", "character varying", "varchar", "citext", "name" -> cut(text(value), type);
      default -> BLANK_PADDED.contains(name) ? cut(text(value), type).stripTrailing() : value;
    };
  }

  private static String cut(String text, String type) {
    Matcher matcher = TYPE.matcher(type);
    if (!matcher.matches() || matcher.group(2) == null) {
      return text;
    }
    int limit = Integer.parseInt(matcher.group(2));
    boolean longer = text.codePointCount(0, text.length()) > limit;
    return longer ? text.substring(0, text.offsetByCodePoints(0, limit)) : text;
  }

  private static BigDecimal integer(Object value) {
    if (value instanceof Boolean truth) {
      return truth ? BigDecimal.ONE : BigDecimal.ZERO;
    }
    return number(value).setScale(0, RoundingMode.HALF_UP);
  }

  private static BigDecimal number(Object value) {
    return value instanceof BigDecimal n ? n : new BigDecimal(((String) value).trim());
  }

  private static BigDecimal limited(BigDecimal number, String type) {
    Matcher matcher = TYPE.matcher(type);
    if (!matcher.matches() || matcher.group(2) == null) {
      return number;
    }
    int scale = matcher.group(3) == null ? 0 : Integer.parseInt(matcher.group(3));
    return number.setScale(scale, RoundingMode.HALF_UP);
  }

  private static LocalDate date(Object value) {
    return Values.isMoment(value)
        ? Values.moment(value).toLocalDate()
        : parseStamp((String) value).toLocalDate();
  }

  private static LocalTime time(Object value) {
    if (Values.isMoment(value)) {
      return Values.moment(value).toLocalTime();
    }
    return value instanceof LocalTime time ? time : LocalTime.parse((String) value, CLOCK);
  }

  private static LocalDateTime stamp(Object value) {
    return Values.isMoment(value)
        ? Values.moment(value)
        : parseStamp((String) value).toLocalDateTime();
  }

  private static OffsetDateTime zoned(Object value) {
    return Values.isMoment(value)
        ? Values.moment(value).atOffset(ZoneOffset.UTC)
        : parseStamp((String) value);
  }

  private static OffsetDateTime parseStamp(String text) {
    switch (text.trim()) {
      case "infinity" -> {
        return LocalDate.MAX.atStartOfDay().atOffset(ZoneOffset.UTC);
      }
      case "-infinity" -> {
        return LocalDate.MIN.plusYears(1).atStartOfDay().atOffset(ZoneOffset.UTC);
      }
      default -> {
        return parseFiniteStamp(text);
      }
    }
  }

  private static OffsetDateTime parseFiniteStamp(String text) {
    Matcher matcher = STAMP.matcher(text.trim());
    if (!matcher.matches()) {
      throw new DateTimeException(text);
    }
    LocalDate date = LocalDate.parse(matcher.group(1));
    LocalTime time =
        matcher.group(2) == null ? LocalTime.MIDNIGHT : LocalTime.parse(matcher.group(2), CLOCK);
    String offset = matcher.group(3).trim();
    return date.atTime(time).atOffset(offset.isEmpty() ? ZoneOffset.UTC : ZoneOffset.of(offset));
  }

  private static Boolean truth(Object value) {
    if (value instanceof BigDecimal number) {
      return number.signum() != 0;
    }
    if (value instanceof Boolean truth) {
      return truth;
    }
    String text = ((String) value).toLowerCase(Locale.ROOT);
    return Set.of("true", "t", "yes", "y", "on", "1").contains(text);
  }

  /** The value as PostgreSQL writes it. */
  static String text(Object value) {
    if (value instanceof String text) {
      return text;
    }
    if (value instanceof BigDecimal number) {
      return number.toPlainString();
    }
    if (value instanceof Boolean || value instanceof LocalDate) {
      return value.toString();
    }
    throw new UnsupportedExpressionException(
        "writing " + value.getClass().getSimpleName() + " as text is not understood");
  }

  private static Object array(Object value, String elementType) {
    List<?> elements = value instanceof List<?> list ? list : parseArray((String) value);
    List<Object> cast = new ArrayList<>();
    elements.forEach(element -> cast.add(cast(element, elementType)));
    return cast;
  }

  /** An array literal of one dimension: {@code {a,"b,c",NULL}}. */
  static List<Object> parseArray(String literal) {
    String body = literal.trim();
    if (!body.startsWith("{") || !body.endsWith("}")) {
      throw new UnsupportedExpressionException("an array literal without braces");
    }
    List<Object> elements = new ArrayList<>();
    int at = 1;
    while (at < body.length() - 1) {
      StringBuilder element = new StringBuilder();
      boolean quoted = body.charAt(at) == '"';
      at = quoted ? quotedElement(body, at + 1, element) : plainElement(body, at, element);
      boolean isNull = !quoted && element.toString().equalsIgnoreCase("null");
      elements.add(isNull ? null : element.toString());
      at++;
    }
    return elements;
  }

  private static int plainElement(String body, int start, StringBuilder element) {
    int at = start;
    while (at < body.length() - 1 && body.charAt(at) != ',') {
      if (body.charAt(at) == '{') {
        throw new UnsupportedExpressionException("an array literal of several dimensions");
      }
      element.append(body.charAt(at++));
    }
    return at;
  }

  private static int quotedElement(String body, int start, StringBuilder element) {
    int at = start;
    while (at < body.length() - 1 && body.charAt(at) != '"') {
      at += body.charAt(at) == '\\' ? 1 : 0;
      element.append(body.charAt(at++));
    }
    return at + 1;
  }
}
