package io.datalchemy.row;

import io.datalchemy.generator.scalar.Moments;
import io.datalchemy.generator.scalar.Numbers;
import io.datalchemy.resolve.ColumnSource.RollUp;
import io.datalchemy.type.PowersOfTen;
import io.datalchemy.type.TypeFamily;
import io.datalchemy.type.ValueType;
import io.datalchemy.vector.ColumnVector;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How children's values become one value: exactly, with SQL's treatment of NULL, and rounded half
 * away from zero where the column has fewer decimals.
 *
 * @param subject the column, for messages
 * @param types the types of the children's columns that are read
 * @param summed the place of the column that is summed up among them; empty to count rows
 * @param type the type of the result
 * @param empty the result where no value was added, in the result's units; NULL if absent
 */
record RollUpFold(
    String subject,
    RollUp.Function function,
    List<ValueType> types,
    Optional<Integer> summed,
    ValueType type,
    Optional<Long> empty) {

  /** Totals for so many rows. */
  Totals totals(int capacity) {
    return new Totals(this, capacity);
  }

  /**
   * The totals of the rows of a block so far: for each row the sum, smallest or largest value in
   * the children's units, and how many values were added.
   */
  static final class Totals {
    private final RollUpFold fold;
    private final long[] values;
    private final long[] counts;

    Totals(RollUpFold fold, int capacity) {
      this.fold = fold;
      values = new long[capacity];
      counts = new long[capacity];
    }

    void clear() {
      Arrays.fill(values, 0);
      Arrays.fill(counts, 0);
    }

    /** Adds the {@code j}-th child of a chunk. */
    void add(int place, List<ColumnVector> chunk, int j) {
      if (fold.summed.isPresent()) {
        ColumnVector vector = chunk.get(fold.summed.get());
        if (vector.isNull(j)) {
          return;
        }
        values[place] = fold.combined(values[place], vector.longAt(j), counts[place] == 0);
      }
      counts[place]++;
    }

    /** Writes the results of the block's rows. */
    void write(ColumnVector out, int size) {
      for (int i = 0; i < size; i++) {
        if (fold.function == RollUp.Function.COUNT) {
          out.setLong(i, fold.inUnits(BigDecimal.valueOf(counts[i])));
        } else if (counts[i] > 0) {
          out.setLong(i, fold.result(values[i]));
        } else if (fold.empty.isPresent()) {
          out.setLong(i, fold.empty.get());
        } else {
          out.setNull(i);
        }
      }
    }
  }

  private ValueType childType() {
    return types.get(summed.orElseThrow());
  }

  private long combined(long total, long value, boolean isFirst) {
    if (isFirst || function == RollUp.Function.COUNT) {
      return value;
    }
    if (function == RollUp.Function.SUM) {
      return sum(total, value);
    }
    boolean isLess =
        childType().family() == TypeFamily.FLOAT
            ? Double.longBitsToDouble(value) < Double.longBitsToDouble(total)
            : value < total;
    return isLess == (function == RollUp.Function.MIN) ? value : total;
  }

  private long sum(long total, long value) {
    try {
      return Math.addExact(total, value);
    } catch (ArithmeticException e) {
      throw tooLarge();
    }
  }

  private long result(long value) {
    return switch (type.family()) {
      case INTEGER, DECIMAL -> inUnits(BigDecimal.valueOf(value, Numbers.decimals(childType())));
      case DATE -> moment(value, Moments.MICROS_PER_DAY, 1);
      case TIMESTAMP, TIMESTAMPTZ -> moment(value, 1, Moments.MICROS_PER_DAY);
      default -> value;
    };
  }

  private long moment(long value, long fromMoment, long fromDate) {
    boolean isDate = childType().family() == TypeFamily.DATE;
    boolean toDate = type.family() == TypeFamily.DATE;
    if (isDate == toDate) {
      return isDate ? value : rounded(value);
    }
    return toDate ? Math.floorDiv(value, fromMoment) : Math.multiplyExact(value, fromDate);
  }

  /** To the column's fractions of a second, as PostgreSQL rounds them. */
  private long rounded(long micros) {
    long unit = PowersOfTen.of(6 - type.scale().orElse(6));
    return Math.floorDiv(micros + unit / 2, unit) * unit;
  }

  private long inUnits(BigDecimal number) {
    BigDecimal units =
        number.movePointRight(Numbers.decimals(type)).setScale(0, RoundingMode.HALF_UP);
    boolean fits =
        units.compareTo(BigDecimal.valueOf(Numbers.largest(type))) <= 0
            && units.compareTo(BigDecimal.valueOf(Numbers.smallest(type))) >= 0;
    if (!fits) {
      throw tooLarge();
    }
    return units.longValueExact();
  }

  private ArithmeticException tooLarge() {
    return new ArithmeticException(
        subject
            + ": the "
            + function.name().toLowerCase(java.util.Locale.ROOT)
            + " of a row's children must fit "
            + type.name()
            + "; make the column wider, or the children's values smaller with a rule");
  }
}
