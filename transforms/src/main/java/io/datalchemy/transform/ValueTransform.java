package io.datalchemy.transform;

import io.datalchemy.generator.Cells;
import io.datalchemy.vector.ColumnVector;

/** Changes the values of one column after generation. Immutable and thread-safe. */
public interface ValueTransform {
  /** Writes to {@code out} what becomes of each value of {@code in}, NULLs included. */
  void apply(Cells cells, ColumnVector in, ColumnVector out);
}
