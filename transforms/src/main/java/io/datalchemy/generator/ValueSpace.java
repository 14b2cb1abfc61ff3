package io.datalchemy.generator;

import io.datalchemy.vector.ColumnVector;

/**
 * The values of a generator, numbered from 0: one value for each index and no value twice, so that
 * a bijection of row numbers makes a unique column. Immutable and thread-safe.
 */
public interface ValueSpace {
  /** How many values there are; {@code Long.MAX_VALUE} if that many or more. At least 1. */
  long size();

  /** Whether values stay different when their case is folded. */
  boolean caseInsensitive();

  /** Writes the value of an index to a row; the index is from 0 to {@link #size} - 1. */
  void write(long index, ColumnVector out, int i);
}
