package io.datalchemy.inject;

import io.datalchemy.expression.Expression;
import io.datalchemy.type.ScalarText;
import io.datalchemy.type.TypeFamily;
import io.datalchemy.type.ValueType;
import io.datalchemy.vector.ColumnVector;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Values around the constants of a condition, and around the row's own, for ordered types. */
final class NumberCandidates {
  private static final long MICROS_PER_DAY = 86_400_000_000L;
  private static final long FIRST_DAY = -719_162;
  private static final long LAST_DAY = 2_932_896;
  private static final long EARLY_DAY = -62_091; // 1800-01-01
  private static final long LATE_DAY = 376_200; // 3000-01-01
  private static final List<Long> FAR_DAYS = List.of(1L, 400L, 40_000L);

  private final ValueType type;

  private NumberCandidates(ValueType type) {
    this.type = type;
  }

  static List<CandidateValue> of(ValueType type, List<Expression> constants) {
    if (type.family() == TypeFamily.BOOLEAN) {
      return List.of(
          (column, i) -> {
            column.setLong(i, column.isNull(i) || column.longAt(i) == 0 ? 1 : 0);
            return true;
          },
          (column, i) -> {
            column.setLong(i, 0);
            return true;
          });
    }
    return new NumberCandidates(type).of(constants);
  }

  private List<CandidateValue> of(List<Expression> constants) {
    Set<BigDecimal> values = new LinkedHashSet<>();
    for (Expression constant : constants) {
      number(constant)
          .ifPresent(
              number -> {
                BigDecimal step = ScalarText.step(type, number);
                values.add(number.subtract(step));
                values.add(number.add(step));
                values.add(number);
              });
    }
    if (isNumber()) {
      values.addAll(List.of(BigDecimal.ONE.negate(), BigDecimal.ZERO));
    }
    values.addAll(extremes());
    List<CandidateValue> candidates = new ArrayList<>();
    values.forEach(value -> candidates.add((column, i) -> write(value, column, i)));
    candidates.addAll(aroundOwn());
    return candidates;
  }

  /** Days of another age, for rows that have no date of their own to start from. */
  private List<BigDecimal> extremes() {
    return switch (type.family()) {
      case DATE -> List.of(BigDecimal.valueOf(EARLY_DAY), BigDecimal.valueOf(LATE_DAY));
      case TIMESTAMP, TIMESTAMPTZ ->
          List.of(
              BigDecimal.valueOf(EARLY_DAY * MICROS_PER_DAY),
              BigDecimal.valueOf(LATE_DAY * MICROS_PER_DAY));
      default -> List.of();
    };
  }

  private Optional<BigDecimal> number(Expression constant) {
    if (constant instanceof Expression.Numeral numeral) {
      return isNumber() ? Optional.of(numeral.value()) : Optional.empty();
    }
    try {
      return Optional.of(ScalarText.toNumber(type.family(), ((Expression.Text) constant).value()));
    } catch (DateTimeException | NumberFormatException e) {
      return Optional.empty(); // a constant of another column
    }
  }

  private boolean isNumber() {
    return switch (type.family()) {
      case INTEGER, DECIMAL, FLOAT -> true;
      default -> false;
    };
  }

  private List<CandidateValue> aroundOwn() {
    List<CandidateValue> candidates = new ArrayList<>();
    if (isNumber()) {
      candidates.add((column, i) -> !column.isNull(i) && write(own(column, i).negate(), column, i));
    }
    for (long far : FAR_DAYS) {
      for (long sign : List.of(-1L, 1L)) {
        BigDecimal distance = BigDecimal.valueOf(sign * far * unit());
        candidates.add(
            (column, i) -> !column.isNull(i) && write(own(column, i).add(distance), column, i));
      }
    }
    return candidates;
  }

  private long unit() {
    return switch (type.family()) {
      case TIMESTAMP, TIMESTAMPTZ -> MICROS_PER_DAY;
      case TIME -> 60_000_000L;
      default -> 1;
    };
  }

  private BigDecimal own(ColumnVector column, int i) {
    return switch (type.family()) {
      case DECIMAL -> BigDecimal.valueOf(column.longAt(i), type.decimals());
      case FLOAT -> BigDecimal.valueOf(column.doubleAt(i));
      default -> BigDecimal.valueOf(column.longAt(i));
    };
  }

  private boolean write(BigDecimal value, ColumnVector column, int i) {
    if (type.family() == TypeFamily.FLOAT) {
      column.setDouble(i, value.doubleValue());
      return true;
    }
    int decimals = type.family() == TypeFamily.DECIMAL ? type.decimals() : 0;
    BigDecimal unscaled = value.movePointRight(decimals).setScale(0, RoundingMode.HALF_UP);
    boolean fits =
        unscaled.compareTo(BigDecimal.valueOf(least())) >= 0
            && unscaled.compareTo(BigDecimal.valueOf(most())) <= 0;
    if (fits) {
      column.setLong(i, unscaled.longValueExact());
    }
    return fits;
  }

  private long least() {
    return switch (type.family()) {
      case INTEGER -> type.minInteger();
      case DECIMAL -> -type.maxUnscaled();
      case DATE -> FIRST_DAY;
      case TIME -> 0;
      default -> FIRST_DAY * MICROS_PER_DAY;
    };
  }

  private long most() {
    return switch (type.family()) {
      case INTEGER -> type.maxInteger();
      case DECIMAL -> type.maxUnscaled();
      case DATE -> LAST_DAY;
      case TIME -> MICROS_PER_DAY - 1;
      default -> (LAST_DAY + 1) * MICROS_PER_DAY - 1;
    };
  }
}
