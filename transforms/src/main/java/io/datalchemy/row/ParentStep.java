package io.datalchemy.row;

import io.datalchemy.foreign.ForeignContext;
import io.datalchemy.foreign.ParentRows;
import io.datalchemy.schema.TableId;
import io.datalchemy.vector.ColumnVector;
import io.datalchemy.vector.RowSet;
import java.util.ArrayList;
import java.util.List;

/** The step of a foreign key: picks the parents' rows and reads the columns that come from them. */
record ParentStep(
    String foreignKey, TableId parent, ParentRows parentRows, List<CopiedColumn> columns)
    implements Step {

  /** No table has so many rows. */
  private static final long DRAW_STRIDE = 1L << 40;

  /** The name under which a shape group waits for the step of a foreign key. */
  static String pickOf(String foreignKey) {
    return "\u0000pick of " + foreignKey;
  }

  @Override
  public List<String> outputs() {
    List<String> outputs = new ArrayList<>(columns.stream().map(CopiedColumn::column).toList());
    outputs.add(pickOf(foreignKey));
    return outputs;
  }

  @Override
  public List<String> inputs() {
    return List.of();
  }

  /** The same key with another pick. */
  ParentStep picking(ParentRows other) {
    return new ParentStep(foreignKey, parent, other, columns);
  }

  /** The columns that it fills from the parents' rows. */
  List<String> filledColumns() {
    return columns.stream().map(CopiedColumn::column).toList();
  }

  /**
   * Picks other parents for some places of the block. A later draw picks as a row far beyond the
   * last would, so that any pick that looks at nothing but the row has others to give.
   */
  void redraw(RowBlock block, ForeignContext parents, ShapeScratch places, int draw) {
    RowSet picked = places.selectedRows();
    picked.clear();
    for (int s = 0; s < places.selectedCount(); s++) {
      long row = block.rows().row(places.selected(s));
      picked.add(parentRows.parentOf(row + draw * DRAW_STRIDE), 0);
    }
    List<ColumnVector> out = new ArrayList<>();
    for (CopiedColumn column : columns) {
      out.add(places.emptied(column.column()));
    }
    places.note(block.parents(foreignKey), picked);
    parents.read(parent, columns.stream().map(CopiedColumn::parentColumn).toList(), picked, out);
    for (int c = 0; c < columns.size(); c++) {
      columns.get(c).settle(places.selectedBlockRows(block), out.get(c));
      places.scatter(out.get(c), block.column(columns.get(c).column()));
      places.keepInstead(columns.get(c).column(), out.get(c));
    }
  }

  @Override
  public void run(RowBlock block, ForeignContext parents) {
    RowSet picked = block.parents(foreignKey);
    picked.clear();
    for (int i = 0; i < block.rows().size(); i++) {
      picked.add(parentRows.parentOf(block.rows().row(i)), 0);
    }
    List<ColumnVector> out = columns.stream().map(c -> block.column(c.column())).toList();
    List<String> read = columns.stream().map(CopiedColumn::parentColumn).toList();
    parents.read(parent, read, picked, out);
    for (int c = 0; c < columns.size(); c++) {
      columns.get(c).settle(block.rows(), out.get(c));
    }
  }
}
