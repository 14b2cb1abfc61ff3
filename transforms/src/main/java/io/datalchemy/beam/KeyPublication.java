package io.datalchemy.beam;

import io.datalchemy.resolve.ResolvedColumn;
import io.datalchemy.resolve.ResolvedPlan;
import io.datalchemy.resolve.ResolvedTable;
import io.datalchemy.row.TablePrograms;
import io.datalchemy.schema.TableId;
import io.datalchemy.type.ValueType;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Decides whose keys are published as side inputs.
 *
 * <p>In {@link ForeignContextMode#AUTO}, tables are published in the plan's order while the table's
 * exported values are estimated at {@link #MAX_TABLE_BYTES} at most and all of them together at
 * {@link #MAX_RUN_BYTES}: a worker holds them in memory, and Beam's side inputs get slow or fail
 * beyond about 1 GB. The children of the others compute their parents' values again.
 */
public final class KeyPublication {
  /** The largest estimate of one table's exported values that are published. */
  public static final long MAX_TABLE_BYTES = 256L << 20;

  /** The largest estimate of all exported values that are published. */
  public static final long MAX_RUN_BYTES = 512L << 20;

  private static final int LONG_BYTES = 9;
  private static final int UUID_BYTES = 38;
  private static final int TEXT_BYTES = 34;

  private KeyPublication() {}

  /** The tables whose keys are published. */
  public static Set<TableId> of(TablePrograms programs, ForeignContextMode mode) {
    Set<TableId> published = new TreeSet<>();
    if (mode == ForeignContextMode.COMPUTED) {
      return published;
    }
    ResolvedPlan plan = programs.plan();
    Map<TableId, List<String>> exported = programs.exportedColumns();
    long runBytes = 0;
    for (ResolvedTable table : plan.tables()) {
      long bytes = exportedBytes(table, exported.getOrDefault(table.id(), List.of()));
      boolean fits = bytes <= MAX_TABLE_BYTES && runBytes + bytes <= MAX_RUN_BYTES;
      if (bytes > 0 && (fits || mode == ForeignContextMode.SIDE_INPUT)) {
        published.add(table.id());
        runBytes += bytes;
      }
    }
    return published;
  }

  private static long exportedBytes(ResolvedTable table, List<String> columns) {
    long rowBytes = 0;
    for (String name : columns) {
      rowBytes += valueBytes(table.column(name).map(ResolvedColumn::type).orElseThrow());
    }
    // So many rows are past every limit, and their bytes fit a long.
    return rowBytes * Math.min(table.rows(), MAX_RUN_BYTES);
  }

  private static int valueBytes(ValueType type) {
    return switch (type.family()) {
      case UUID -> UUID_BYTES;
      case BOOLEAN, INTEGER, DECIMAL, FLOAT, DATE, TIME, TIMESTAMP, TIMESTAMPTZ -> LONG_BYTES;
      default -> Math.min(TEXT_BYTES, type.maxLength().orElse(TEXT_BYTES) + 2);
    };
  }
}
