package io.datalchemy.expression.evaluation;

import io.datalchemy.expression.Expression.Arithmetic;
import io.datalchemy.expression.Interval;
import io.datalchemy.expression.UnsupportedExpressionException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Order and arithmetic of single values, none of them null but where it says so. */
final class Values {
  private Values() {}

  /** The order of two values of one kind; dates and timestamps of all kinds are one kind. */
  static int compare(Object left, Object right) {
    if (left instanceof BigDecimal l && right instanceof BigDecimal r) {
      return l.compareTo(r);
    }
    if (left instanceof String l && right instanceof String r) {
      return compareTexts(l, r);
    }
    if (left instanceof Boolean l && right instanceof Boolean r) {
      return Boolean.compare(l, r);
    }
    if (left instanceof LocalTime l && right instanceof LocalTime r) {
      return l.compareTo(r);
    }
    if (left instanceof Interval l && right instanceof Interval r) {
      return l.compareTo(r);
    }
    if (left instanceof List<?> l && right instanceof List<?> r) {
      return compareLists(l, r);
    }
    if (isMoment(left) && isMoment(right)) {
      return moment(left).compareTo(moment(right));
    }
    throw new UnsupportedExpressionException(
        "comparing " + kind(left) + " with " + kind(right) + " is not understood");
  }

  private static int compareTexts(String left, String right) {
    int[] l = left.codePoints().toArray();
    int[] r = right.codePoints().toArray();
    return java.util.Arrays.compare(l, r);
  }

  private static int compareLists(List<?> left, List<?> right) {
    for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
      int order = compareElements(left.get(i), right.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(left.size(), right.size());
  }

  /** Inside arrays NULLs are equal and greater than all else. */
  private static int compareElements(Object left, Object right) {
    if (left == null || right == null) {
      return Boolean.compare(left == null, right == null);
    }
    return compare(left, right);
  }

  static boolean isMoment(Object value) {
    return value instanceof LocalDate
        || value instanceof LocalDateTime
        || value instanceof OffsetDateTime;
  }

  /** The moment in UTC: a date is its midnight. */
  static LocalDateTime moment(Object value) {
    if (value instanceof LocalDate date) {
      return date.atStartOfDay();
    }
    if (value instanceof OffsetDateTime zoned) {
      return zoned.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime();
    }
    return (LocalDateTime) value;
  }

  static Object negate(Object value) {
    if (value instanceof BigDecimal number) {
      return number.negate();
    }
    return value instanceof Interval interval ? interval.negated() : null;
  }

  static Object divideWhole(Object left, Object right) {
    requireNonZero((BigDecimal) right);
    return ((BigDecimal) left).divideToIntegralValue((BigDecimal) right).setScale(0);
  }

  static Object compute(Object left, Arithmetic.Operator operator, Object right) {
    if (operator == Arithmetic.Operator.CONCAT) {
      return Casts.text(left) + Casts.text(right);
    }
    if (left instanceof BigDecimal l && right instanceof BigDecimal r) {
      return number(l, operator, r);
    }
    return switch (operator) {
      case PLUS -> plus(left, right);
      case MINUS -> minus(left, right);
      default ->
          throw new UnsupportedExpressionException(
              kind(left) + " " + operator.symbol() + " " + kind(right) + " is not understood");
    };
  }

  private static BigDecimal number(BigDecimal l, Arithmetic.Operator operator, BigDecimal r) {
    return switch (operator) {
      case PLUS -> l.add(r);
      case MINUS -> l.subtract(r);
      case TIMES -> l.multiply(r);
      case DIVIDE -> {
        requireNonZero(r);
        yield l.divide(r, Math.max(20, l.scale()), RoundingMode.HALF_UP);
      }
      case MODULO -> {
        requireNonZero(r);
        yield l.remainder(r);
      }
      default -> power(l, r);
    };
  }

  static BigDecimal power(BigDecimal base, BigDecimal exponent) {
    double result = Math.pow(base.doubleValue(), exponent.doubleValue());
    if (Double.isNaN(result) || Double.isInfinite(result)) {
      throw new ArithmeticException("a power that is no number");
    }
    return new BigDecimal(result);
  }

  private static void requireNonZero(BigDecimal divisor) {
    if (divisor.signum() == 0) {
      throw new ArithmeticException("division by zero");
    }
  }

  private static Object plus(Object left, Object right) {
    if (left instanceof Interval l && right instanceof Interval r) {
      return l.plus(r);
    }
    if (right instanceof Interval span) {
      return shift(left, span);
    }
    if (left instanceof LocalDate date && right instanceof BigDecimal days) {
      return date.plusDays(days.longValueExact());
    }
    if (left instanceof LocalDate date && right instanceof LocalTime time) {
      return date.atTime(time);
    }
    if (isMoment(right) || right instanceof LocalTime) {
      return plus(right, left);
    }
    throw new UnsupportedExpressionException(kind(left) + " + " + kind(right));
  }

  private static Object minus(Object left, Object right) {
    if (right instanceof Interval span) {
      return plus(left, span.negated());
    }
    if (left instanceof LocalDate date && right instanceof BigDecimal days) {
      return date.minusDays(days.longValueExact());
    }
    if (left instanceof LocalDate l && right instanceof LocalDate r) {
      return BigDecimal.valueOf(ChronoUnit.DAYS.between(r, l));
    }
    if (isMoment(left) && isMoment(right)) {
      long micros = ChronoUnit.MICROS.between(moment(right), moment(left));
      return new Interval(0, micros / 86_400_000_000L, micros % 86_400_000_000L);
    }
    if (left instanceof LocalTime l && right instanceof LocalTime r) {
      return new Interval(0, 0, ChronoUnit.MICROS.between(r, l));
    }
    throw new UnsupportedExpressionException(kind(left) + " - " + kind(right));
  }

  /** A moment or time of day moved by an interval: months first, then days, then the rest. */
  static Object shift(Object value, Interval span) {
    if (value instanceof OffsetDateTime zoned) {
      return zoned
          .plusMonths(span.months())
          .plusDays(span.days())
          .plus(span.micros(), ChronoUnit.MICROS);
    }
    if (value instanceof LocalTime time) {
      return time.plus(span.micros() % 86_400_000_000L, ChronoUnit.MICROS);
    }
    if (isMoment(value)) {
      return moment(value)
          .plusMonths(span.months())
          .plusDays(span.days())
          .plus(span.micros(), ChronoUnit.MICROS);
    }
    throw new UnsupportedExpressionException(kind(value) + " + an interval");
  }

  private static String kind(Object value) {
    return value.getClass().getSimpleName();
  }
}
