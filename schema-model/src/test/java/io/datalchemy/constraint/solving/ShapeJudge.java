package io.datalchemy.constraint.solving;

import io.datalchemy.constraint.Bound;
import io.datalchemy.constraint.ColumnDomain;
import io.datalchemy.constraint.Nullness;
import io.datalchemy.constraint.Ordering;
import io.datalchemy.constraint.SolvedShape;
import io.datalchemy.expression.Comparison;
import io.datalchemy.expression.Interval;
import io.datalchemy.expression.evaluation.RowValues;
import io.datalchemy.type.ValueType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/** Says whether a row fits a shape, by the words of the shape's documentation alone. */
record ShapeJudge(Map<String, ValueType> types) {

  boolean fits(SolvedShape shape, RowValues row) {
    return shape.domains().entrySet().stream()
            .allMatch(e -> fits(types.get(e.getKey()), e.getValue(), row.valueOf(e.getKey())))
        && shape.orderings().stream().allMatch(o -> holds(o, row));
  }

  private static boolean fits(ValueType type, ColumnDomain domain, Object value) {
    if (value == null) {
      return domain.nullness() != Nullness.NOT_NULL;
    }
    if (domain.nullness() == Nullness.NULL) {
      return false;
    }
    int length = length(value);
    return domain.allowed().map(list -> isAmong(type, list, value)).orElse(true)
        && !isAmong(type, domain.excluded(), value)
        && domain.min().map(b -> isWithin(order(type, value, b), b)).orElse(true)
        && domain.max().map(b -> isWithin(-order(type, value, b), b)).orElse(true)
        && domain.minLength().map(min -> length >= min).orElse(true)
        && domain.maxLength().map(max -> length <= max).orElse(true)
        && domain.patterns().stream().allMatch(p -> p.admits((String) value));
  }

  private static int length(Object value) {
    if (value instanceof List<?> list) {
      return list.size();
    }
    if (!(value instanceof String text)) {
      return 0;
    }
    return text.startsWith("\\x") ? text.length() / 2 - 1 : text.codePointCount(0, text.length());
  }

  private static boolean isAmong(ValueType type, List<String> texts, Object value) {
    return texts.stream().anyMatch(text -> compare(value, parse(type, text)) == 0);
  }

  private static int order(ValueType type, Object value, Bound bound) {
    return compare(value, parse(type, bound.value()));
  }

  private static boolean isWithin(int order, Bound bound) {
    return bound.inclusive() ? order >= 0 : order > 0;
  }

  private static Object parse(ValueType type, String text) {
    return switch (type.family()) {
      case INTEGER, DECIMAL, FLOAT -> new BigDecimal(text);
      case BOOLEAN -> Boolean.valueOf(text);
      case DATE -> LocalDate.parse(text);
      case TIME -> LocalTime.parse(text);
      case TIMESTAMP -> LocalDateTime.parse(text);
      case TIMESTAMPTZ -> OffsetDateTime.parse(text);
      default -> text;
    };
  }

  @SuppressWarnings("unchecked") // both sides have one class by then
  private static int compare(Object left, Object right) {
    return ((Comparable<Object>) plain(left)).compareTo(plain(right));
  }

  private static Object plain(Object value) {
    if (value instanceof LocalTime time) {
      return LocalDate.EPOCH.atTime(time);
    }
    if (value instanceof LocalDate date) {
      return date.atStartOfDay();
    }
    return value instanceof OffsetDateTime zoned
        ? zoned.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime()
        : value;
  }

  private static boolean holds(Ordering ordering, RowValues row) {
    Object left = row.valueOf(ordering.left());
    Object right = row.valueOf(ordering.right());
    if (left == null || right == null) {
      throw new AssertionError("an ordering of a column that may be NULL: " + ordering);
    }
    Comparison operator = ordering.operator();
    return operator.holds(compare(left, moved(plain(right), ordering.offset())));
  }

  private static Object moved(Object value, Ordering.Offset offset) {
    if (offset instanceof Ordering.Offset.Amount amount) {
      return value instanceof BigDecimal number
          ? number.add(amount.value())
          : ((LocalDateTime) value).plusDays(amount.value().longValueExact());
    }
    if (offset instanceof Ordering.Offset.Span span) {
      Interval by = span.value();
      return ((LocalDateTime) value)
          .plusMonths(by.months())
          .plusDays(by.days())
          .plus(by.micros(), ChronoUnit.MICROS);
    }
    return value;
  }
}
