package io.datalchemy.beam.keys;

import io.datalchemy.vector.ColumnVector;
import java.util.List;

/** The exported columns of one block of a parent's rows, decoded; read by many threads. */
record KeyBlock(List<ColumnVector> columns) {
  KeyBlock {
    columns = List.copyOf(columns);
  }
}
