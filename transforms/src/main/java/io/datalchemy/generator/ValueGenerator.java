package io.datalchemy.generator;

import io.datalchemy.vector.ColumnVector;
import java.util.Optional;

/**
 * Fills one column: each value a pure function of its cell and of the inputs, never NULL unless an
 * input says so. Immutable and thread-safe.
 */
public interface ValueGenerator {
  /** Writes the value of every cell. */
  void fill(Cells cells, ColumnVector out);

  /** The values that it can give, numbered, if it can number them. */
  default Optional<ValueSpace> space() {
    return Optional.empty();
  }

  /** Its values by a number of the row, if they can follow from one. */
  default Optional<RowNumbered> rowNumbered() {
    return Optional.empty();
  }
}
