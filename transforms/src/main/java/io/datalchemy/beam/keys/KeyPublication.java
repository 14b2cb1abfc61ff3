package io.datalchemy.beam.keys;

import io.datalchemy.resolve.ColumnSource;
import io.datalchemy.resolve.ResolvedColumn;
import io.datalchemy.resolve.ResolvedTable;
import io.datalchemy.row.TablePrograms;
import io.datalchemy.schema.TableId;
import io.datalchemy.type.ValueType;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Whose keys are published as side inputs, and whose keys these are made of themselves.
 *
 * <p>In {@link ForeignContextMode#AUTO}, tables are published in the plan's order while the table's
 * exported values are estimated at {@link #MAX_TABLE_BYTES} at most and all of them together at
 * {@link #MAX_RUN_BYTES}: a worker holds them in memory, and Beam's side inputs get slow or fail
 * beyond about 1 GB. The children of the others compute their parents' values again.
 *
 * @param parents for each table that is published, the tables that its exported values come from;
 *     one that is left out here is computed
 */
public record KeyPublication(SortedMap<TableId, Set<TableId>> parents) {
  /** The largest estimate of one table's exported values that are published. */
  public static final long MAX_TABLE_BYTES = 256L << 20;

  /** The largest estimate of all exported values that are published. */
  public static final long MAX_RUN_BYTES = 512L << 20;

  private static final int LONG_BYTES = 9;
  private static final int UUID_BYTES = 38;
  private static final int TEXT_BYTES = 34;

  public KeyPublication {
    SortedMap<TableId, Set<TableId>> copy = new TreeMap<>();
    parents.forEach((table, read) -> copy.put(table, new TreeSet<>(read)));
    parents = Collections.unmodifiableSortedMap(copy);
  }

  /** What is published in a run of the programs. */
  public static KeyPublication of(TablePrograms programs, ForeignContextMode mode) {
    SortedMap<TableId, Set<TableId>> published = new TreeMap<>();
    Map<TableId, List<String>> exported = programs.exportedColumns();
    long runBytes = 0;
    for (ResolvedTable table : programs.plan().tables()) {
      List<String> columns = exported.getOrDefault(table.id(), List.of());
      long bytes = exportedBytes(table, columns);
      if (bytes > 0 && isPublished(bytes, runBytes, mode)) {
        published.put(table.id(), parentsOf(table, columns));
        runBytes += bytes;
      }
    }
    return new KeyPublication(published);
  }

  private static boolean isPublished(long bytes, long runBytes, ForeignContextMode mode) {
    return switch (mode) {
      case AUTO -> bytes <= MAX_TABLE_BYTES && runBytes + bytes <= MAX_RUN_BYTES;
      case SIDE_INPUT -> true;
      case COMPUTED -> false;
    };
  }

  /** The tables that values of the columns come from, more rather than less. */
  private static Set<TableId> parentsOf(ResolvedTable table, List<String> columns) {
    Set<TableId> parents = new TreeSet<>();
    for (String name : columns) {
      ColumnSource source = table.column(name).orElseThrow().source();
      if (source instanceof ColumnSource.ForeignKeyColumn column) {
        parents.add(table.foreignKey(column.foreignKey()).orElseThrow().parent());
      } else if (readsOtherColumns(source)) {
        table.foreignKeys().forEach(key -> parents.add(key.parent()));
      }
    }
    return parents;
  }

  private static boolean readsOtherColumns(ColumnSource source) {
    return source instanceof ColumnSource.Shaped
        || source instanceof ColumnSource.ReferencedKey
        || (source instanceof ColumnSource.Generated generated
            && generated.generator().params().has("input_columns"));
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
