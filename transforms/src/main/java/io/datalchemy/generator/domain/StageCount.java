package io.datalchemy.generator.domain;

import io.datalchemy.generator.scalar.Numbers;
import io.datalchemy.type.PowersOfTen;
import io.datalchemy.type.TypeFamily;
import io.datalchemy.type.ValueType;
import io.datalchemy.vector.ColumnVector;

/** Columns that count stages from 1. */
final class StageCount {
  private StageCount() {}

  static void requireInputs(String name, int count, int least, int most) {
    if (count < least || count > most) {
      throw new IllegalArgumentException(name + ": must name one column, was " + count);
    }
  }

  static void requireNumber(String name, ValueType type) {
    if (type.family() != TypeFamily.INTEGER && type.family() != TypeFamily.DECIMAL) {
      throw new IllegalArgumentException(
          name + ": must name a column of whole numbers, was " + type.name());
    }
  }

  static long whole(ColumnVector number, int i) {
    return number.longAt(i) / PowersOfTen.of(Numbers.decimals(number.type()));
  }

  /** The place from 0 of what the number counts from 1, among so many. */
  static int place(ColumnVector number, int i, int size) {
    return (int) Math.max(0, Math.min(size, whole(number, i)) - 1);
  }
}
