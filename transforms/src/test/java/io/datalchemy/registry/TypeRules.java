package io.datalchemy.registry;

import io.datalchemy.json.Json;
import io.datalchemy.type.ValueType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** What PostgreSQL takes as a value of a type, written down again for the tests. */
final class TypeRules {
  private static final DateTimeFormatter TIMESTAMP =
      DateTimeFormatter.ofPattern(
          "yyyy-MM-dd HH:mm:ss[.SSSSSS][.SSSSS][.SSSS][.SSS][.SS][.S]", Locale.ROOT);

  private static final Map<String, Pattern> COMPILED = new ConcurrentHashMap<>();

  private TypeRules() {}

  static boolean accepts(ValueType type, String text) {
    try {
      return switch (type.family()) {
        case BOOLEAN -> text.equals("true") || text.equals("false");
        case INTEGER -> integer(type, new BigInteger(text));
        case DECIMAL -> decimal(type, new BigDecimal(text));
        case FLOAT -> Double.isFinite(Double.parseDouble(text));
        case DATE -> LocalDate.parse(text) != null;
        case TIME -> fraction(type, text) && LocalTime.parse(text) != null;
        case TIMESTAMP -> timestamp(type, text);
        case TIMESTAMPTZ ->
            text.endsWith("+00") && timestamp(type, text.substring(0, text.length() - 3));
        case TEXT ->
            text.codePointCount(0, text.length()) <= type.maxLength().orElse(Integer.MAX_VALUE)
                && !text.contains("\uFFFD");
        case ENUM -> type.labels().contains(text);
        case UUID -> java.util.UUID.fromString(text).toString().equals(text);
        case JSON -> Json.mapper().readTree(text) != null;
        case BIT -> bits(type, text);
        case BYTEA -> matches("\\\\x([0-9a-f]{2})*", text);
        case ARRAY -> matches("\\{.*\\}", text);
        case INTERVAL ->
            matches("(1 day|\\d+ days)( \\d\\d:\\d\\d:\\d\\d)?|\\d\\d:\\d\\d:\\d\\d", text);
        case TIMETZ -> matches("\\d\\d:\\d\\d:\\d\\d-03", text);
        case INET -> matches("10\\.\\d+\\.\\d+\\.\\d+(/24)?|2001:db8:.*", text);
        case MACADDR -> matches("02(:[0-9a-f]{2}){5}((:[0-9a-f]{2}){2})?", text);
        case XML -> matches("<.*>", text);
        case RANGE -> matches("\\{?\\[.*,.*\\)\\}?|empty|\\{\\}", text);
        case COMPOSITE -> matches("\\(.*,.*\\)", text);
        case NOTATION -> matches("\\(.+,.+\\)", text);
        case OTHER -> matches("", text);
      };
    } catch (RuntimeException | com.fasterxml.jackson.core.JsonProcessingException e) {
      return false;
    }
  }

  private static boolean integer(ValueType type, BigInteger value) {
    int bits =
        switch (type.name()) {
          case "int2" -> 15;
          case "int4" -> 31;
          default -> 63;
        };
    return value.bitLength() <= bits;
  }

  private static boolean decimal(ValueType type, BigDecimal value) {
    int scale = type.scale().orElse(2);
    int digits = type.precision().orElse(18);
    return value.scale() == scale && value.abs().compareTo(BigDecimal.TEN.pow(digits - scale)) < 0;
  }

  private static boolean timestamp(ValueType type, String text) {
    return fraction(type, text) && LocalDateTime.parse(text, TIMESTAMP).getYear() > 0;
  }

  private static boolean fraction(ValueType type, String text) {
    int point = text.indexOf('.');
    return point < 0 || text.length() - point - 1 <= type.scale().orElse(6);
  }

  private static boolean bits(ValueType type, String text) {
    int length = type.maxLength().orElse(1);
    boolean isLength =
        type.name().equals("bit") ? text.length() == length : text.length() <= length;
    return isLength && matches("[01]*", text);
  }

  private static boolean matches(String regex, String text) {
    return COMPILED
        .computeIfAbsent(regex, r -> Pattern.compile(r, Pattern.DOTALL))
        .matcher(text)
        .matches();
  }
}
