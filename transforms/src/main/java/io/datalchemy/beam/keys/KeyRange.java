package io.datalchemy.beam.keys;

import io.datalchemy.schema.TableId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A run of key blocks of one table: the blocks from {@code firstBlock} to before {@code endBlock}.
 *
 * <p>A table has a few of them at most: the Direct runner copies a side input's state once for each
 * bundle that adds to it.
 */
record KeyRange(String schema, String table, long firstBlock, long endBlock) {
  /** The rows of one key block; the last of a table may have fewer. */
  static final int BLOCK_ROWS = 8192;

  private static final int MAX_RANGES = 4;

  KeyRange {
    Objects.requireNonNull(schema, "schema");
    Objects.requireNonNull(table, "table");
  }

  /** All blocks of a table, in a few ranges of about equal length. */
  static List<KeyRange> split(TableId table, long rows) {
    long blocks = blockCount(rows);
    long ranges = Math.min(MAX_RANGES, blocks);
    List<KeyRange> split = new ArrayList<>();
    for (long i = 0; i < ranges; i++) {
      split.add(
          new KeyRange(
              table.schema(), table.table(), i * blocks / ranges, (i + 1) * blocks / ranges));
    }
    return split;
  }

  /** How many blocks hold so many rows. */
  static long blockCount(long rows) {
    return rows / BLOCK_ROWS + (rows % BLOCK_ROWS == 0 ? 0 : 1);
  }

  TableId tableId() {
    return new TableId(schema, table);
  }
}
