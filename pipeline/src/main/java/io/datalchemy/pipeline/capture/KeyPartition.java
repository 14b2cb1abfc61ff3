package io.datalchemy.pipeline.capture;

import java.util.List;

/**
 * A run of rows of one table in key order, from a row number on.
 *
 * @param from the key of its first row, as text; empty if rows are not told apart by a key
 */
record KeyPartition(long firstRow, long rows, List<String> from) {
  KeyPartition {
    from = List.copyOf(from);
  }
}
