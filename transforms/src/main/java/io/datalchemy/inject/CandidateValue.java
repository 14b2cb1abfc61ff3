package io.datalchemy.inject;

import io.datalchemy.vector.ColumnVector;

/** One value that a cell may become: written, or not if it is not possible for that row. */
@FunctionalInterface
interface CandidateValue {
  /** Writes the value to the {@code i}-th row; false if there is none, the cell left as it was. */
  boolean write(ColumnVector column, int i);
}
