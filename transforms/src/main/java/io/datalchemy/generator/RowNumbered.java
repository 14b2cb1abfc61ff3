package io.datalchemy.generator;

import io.datalchemy.vector.ColumnVector;
import java.util.function.LongUnaryOperator;

/**
 * Values that follow from a number of their row, and maybe from other columns. Immutable and
 * thread-safe.
 */
public interface RowNumbered {
  /** How many numbers there are. */
  long size();

  /** Whether different numbers give different values, whatever the other columns hold. */
  boolean isDistinct();

  /**
   * Writes the value of every cell with its row's number; NULL where an input demands it.
   *
   * @param numberOfRow from row to number, from 0 to {@link #size} - 1
   */
  void fill(Cells cells, LongUnaryOperator numberOfRow, ColumnVector out);
}
