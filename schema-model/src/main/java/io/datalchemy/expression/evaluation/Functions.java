package io.datalchemy.expression.evaluation;

import io.datalchemy.expression.Expression;
import io.datalchemy.expression.UnsupportedExpressionException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** The functions that conditions call, by name. */
final class Functions {
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
          "array_append",
          "similar_to_escape",
          "like_escape",
          "make_date",
          "split_part",
          "isfinite");
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
      case "isfinite" -> DateFields.isFinite(a[0]);
      case "make_date" -> LocalDate.of(whole(a[0]), whole(a[1]), whole(a[2]));
      case "array_length" -> arrayLength((List<?>) a[0]);
      case "cardinality" -> BigDecimal.valueOf(((List<?>) a[0]).size());
      case "array_append" -> appended((List<?>) a[0], a[1]);
      case "array_position" -> arrayPosition((List<?>) a[0], a[1]);
      case "length", "char_length", "character_length" -> TextFunctions.length((String) a[0]);
      case "octet_length" -> BigDecimal.valueOf(TextFunctions.octets((String) a[0]));
      case "bit_length" -> BigDecimal.valueOf(8L * TextFunctions.octets((String) a[0]));
      default -> a[0] instanceof BigDecimal ? number(name, a) : TextFunctions.call(name, a);
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

  private static List<Object> appended(List<?> array, Object element) {
    List<Object> longer = new ArrayList<>(array);
    longer.add(element);
    return longer;
  }

  private static int whole(Object number) {
    return ((BigDecimal) number).intValue();
  }

  private static BigDecimal arrayLength(List<?> array) {
    return array.isEmpty() ? null : BigDecimal.valueOf(array.size());
  }

  private static BigDecimal arrayPosition(List<?> array, Object sought) {
    for (int i = 0; i < array.size(); i++) {
      Object element = array.get(i);
      boolean anyNull = element == null || sought == null;
      boolean found = anyNull ? element == sought : Values.compare(element, sought) == 0;
      if (found) {
        return BigDecimal.valueOf(i + 1L);
      }
    }
    return null;
  }
}
