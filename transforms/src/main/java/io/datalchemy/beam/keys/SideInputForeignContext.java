package io.datalchemy.beam.keys;

import io.datalchemy.foreign.ForeignContext;
import io.datalchemy.schema.TableId;
import io.datalchemy.vector.ColumnVector;
import io.datalchemy.vector.RowSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Reads parents' values from key blocks in map side inputs; tables without one are computed.
 *
 * <p>For one thread and one element.
 */
final class SideInputForeignContext implements ForeignContext {
  private final Map<TableId, PublishedKeys> published = new TreeMap<>();
  private final ForeignContext computed;

  SideInputForeignContext(ForeignContext computed) {
    this.computed = computed;
  }

  /** Adds a parent whose keys were published; the side input is fetched at a block's first use. */
  void add(TableId parent, ExportedKeys keys, Supplier<Map<Long, byte[]>> sideInput) {
    published.put(parent, new PublishedKeys(keys, sideInput));
  }

  @Override
  public void read(TableId parent, List<String> columns, RowSet rows, List<ColumnVector> out) {
    PublishedKeys keys = published.get(parent);
    if (keys == null) {
      computed.read(parent, columns, rows, out);
    } else {
      keys.read(columns, rows, out);
    }
  }

  @Override
  public void compute(TableId table, List<String> columns, RowSet rows, List<ColumnVector> out) {
    computed.compute(table, columns, rows, out);
  }

  /** The keys of one parent, with the side input fetched once at most. */
  private static final class PublishedKeys {
    private final ExportedKeys keys;
    private final Supplier<Map<Long, byte[]>> sideInput;
    private Map<Long, byte[]> fetched;

    PublishedKeys(ExportedKeys keys, Supplier<Map<Long, byte[]>> sideInput) {
      this.keys = keys;
      this.sideInput = sideInput;
    }

    void read(List<String> columns, RowSet rows, List<ColumnVector> out) {
      int[] places = columns.stream().mapToInt(keys.format()::place).toArray();
      for (int i = 0; i < rows.size(); i++) {
        long row = rows.row(i);
        if (row == NO_ROW) {
          setNull(out, i);
          continue;
        }
        KeyBlock block = keys.block((int) (row / KeyRange.BLOCK_ROWS), this::fetched);
        int from = (int) (row % KeyRange.BLOCK_ROWS);
        for (int column = 0; column < places.length; column++) {
          out.get(column).copyFrom(block.columns().get(places[column]), from, i);
        }
      }
    }

    private static void setNull(List<ColumnVector> out, int i) {
      for (ColumnVector vector : out) {
        vector.setNull(i);
      }
    }

    private Map<Long, byte[]> fetched() {
      if (fetched == null) {
        fetched = sideInput.get();
      }
      return fetched;
    }
  }
}
