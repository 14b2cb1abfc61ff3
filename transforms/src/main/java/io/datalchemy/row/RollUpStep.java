package io.datalchemy.row;

import io.datalchemy.foreign.ChildRows;
import io.datalchemy.foreign.ForeignContext;
import io.datalchemy.schema.TableId;
import io.datalchemy.vector.ColumnVector;
import io.datalchemy.vector.RowSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The step of a column that sums up the children of each row: their values are computed again, a
 * chunk of children at a time, whatever their number.
 *
 * @param read the children's columns that are needed; empty where rows are counted
 * @param where the condition that the children meet which count
 */
record RollUpStep(
    String column,
    TableId child,
    ChildRows children,
    List<String> read,
    Optional<ResidualCondition> where,
    RollUpFold fold)
    implements Step {
  private static final int CHUNK_ROWS = 4096;

  @Override
  public List<String> outputs() {
    return List.of(column);
  }

  @Override
  public List<String> inputs() {
    return List.of();
  }

  @Override
  public void run(RowBlock block, ForeignContext parents) {
    RollUpFold.Totals totals =
        block.scratch(this, RollUpFold.Totals.class, () -> fold.totals(block.rows().capacity()));
    totals.clear();
    Chunk chunk = new Chunk(parents, totals);
    for (int i = 0; i < block.rows().size(); i++) {
      long parent = block.rows().row(i);
      for (long row = children.first(parent); row < children.end(parent); row++) {
        if (children.isChild(row, parent)) {
          chunk.add(i, row);
        }
      }
    }
    chunk.flush();
    totals.write(block.column(column), block.rows().size());
  }

  /** Which rows may be children of a row. */
  RowTrace.Children trace(long row) {
    return new RowTrace.Children(children.first(row), children.end(row));
  }

  /** The children that wait to be read, each with the place of its parent in the block. */
  private final class Chunk {
    private final ForeignContext context;
    private final RollUpFold.Totals totals;
    private final RowSet rows = new RowSet(CHUNK_ROWS);
    private final int[] places = new int[CHUNK_ROWS];
    private final List<ColumnVector> vectors = new ArrayList<>();

    Chunk(ForeignContext context, RollUpFold.Totals totals) {
      this.context = context;
      this.totals = totals;
      fold.types().forEach(type -> vectors.add(new ColumnVector(type, CHUNK_ROWS)));
    }

    void add(int place, long row) {
      if (rows.size() == CHUNK_ROWS) {
        flush();
      }
      places[rows.size()] = place;
      rows.add(row, 0);
    }

    void flush() {
      if (!read.isEmpty() && rows.size() > 0) {
        vectors.forEach(ColumnVector::reset);
        context.compute(child, read, rows, vectors);
      }
      for (int j = 0; j < rows.size(); j++) {
        if (counts(j)) {
          totals.add(places[j], vectors, j);
        }
      }
      rows.clear();
    }

    private boolean counts(int j) {
      return where.isEmpty() || where.get().isTrue(name -> vectors.get(read.indexOf(name)), j);
    }
  }
}
