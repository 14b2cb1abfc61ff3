package io.datalchemy.row;

import io.datalchemy.vector.ColumnVector;
import io.datalchemy.vector.RowSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/**
 * The working space of one shape group in one block: which rows wait, and a small block of them.
 */
final class ShapeScratch {
  private final RowBlock block;
  private final int[] pending;
  private final int[] chosen;
  private final int[] selected;
  private final RowSet selectedRows;
  private final Map<String, ColumnVector> columns = new LinkedHashMap<>();
  private final Map<String, ColumnVector> kept = new LinkedHashMap<>();
  private int pendingCount;
  private int selectedCount;
  private int lastDraw;

  ShapeScratch(RowBlock block) {
    this.block = block;
    int capacity = block.rows().capacity();
    pending = new int[capacity];
    chosen = new int[capacity];
    selected = new int[capacity];
    selectedRows = new RowSet(capacity);
  }

  void startWithAll(int size) {
    for (int i = 0; i < size; i++) {
      pending[i] = i;
    }
    pendingCount = size;
  }

  boolean hasPending() {
    return pendingCount > 0;
  }

  int pendingCount() {
    return pendingCount;
  }

  int pending(int p) {
    return pending[p];
  }

  void choose(int p, int shape) {
    chosen[p] = shape;
  }

  /** The shape that the {@code p}-th waiting row chose at its last draw. */
  int chosen(int p) {
    return chosen[p];
  }

  /** The last draw that any row needed, from 0. */
  int lastDraw() {
    return lastDraw;
  }

  void beginDraw(int draw) {
    lastDraw = draw;
  }

  /** Keeps waiting only the rows for which the test holds. */
  void keepPending(IntPredicate test) {
    int kept = 0;
    for (int p = 0; p < pendingCount; p++) {
      if (test.test(pending[p])) {
        pending[kept++] = pending[p];
      }
    }
    pendingCount = kept;
  }

  /** Selects the waiting rows that chose a shape; says whether there are any. */
  boolean select(int shape, RowSet rows, int draw) {
    selectedCount = 0;
    selectedRows.clear();
    for (int p = 0; p < pendingCount; p++) {
      if (chosen[p] == shape) {
        selected[selectedCount++] = pending[p];
        selectedRows.add(rows.row(pending[p]), draw);
      }
    }
    return selectedCount > 0;
  }

  /** Selects all waiting rows. */
  void selectPending() {
    selectedCount = pendingCount;
    System.arraycopy(pending, 0, selected, 0, pendingCount);
  }

  int selectedCount() {
    return selectedCount;
  }

  /** The place in the block of the {@code s}-th selected row. */
  int selected(int s) {
    return selected[s];
  }

  /** The numbers of the selected rows. */
  RowSet selectedBlockRows(RowBlock of) {
    selectedRows.clear();
    for (int s = 0; s < selectedCount; s++) {
      selectedRows.add(of.rows().row(selected[s]), 0);
    }
    return selectedRows;
  }

  /** Puts what was picked for the selected rows where the block's picks are. */
  void note(RowSet picks, RowSet picked) {
    for (int s = 0; s < selectedCount; s++) {
      picks.replace(selected[s], picked.row(s));
    }
  }

  /** Gives the selected rows' numbers again, after a key has used their place. */
  void reselect(RowSet rows, int draw) {
    selectedRows.clear();
    for (int s = 0; s < selectedCount; s++) {
      selectedRows.add(rows.row(selected[s]), draw);
    }
  }

  /** The working vector of a column, without values. */
  ColumnVector emptied(String name) {
    ColumnVector vector = column(name);
    vector.reset();
    return vector;
  }

  RowSet selectedRows() {
    return selectedRows;
  }

  /** The working vector of a column, for the selected rows. */
  ColumnVector column(String name) {
    return columns.computeIfAbsent(
        name, n -> new ColumnVector(block.column(n).type(), block.rows().capacity()));
  }

  List<ColumnVector> columns(List<String> names) {
    return names.stream().map(this::column).toList();
  }

  /** Keeps a column as it is, whatever shapes make of it. */
  void keep(String name, int size) {
    ColumnVector from = block.column(name);
    ColumnVector to =
        kept.computeIfAbsent(name, n -> new ColumnVector(from.type(), block.rows().capacity()));
    to.reset();
    for (int i = 0; i < size; i++) {
      to.copyFrom(from, i, i);
    }
  }

  /** Gives the selected rows of a column other values to keep, if it is one that is kept. */
  void keepInstead(String name, ColumnVector from) {
    ColumnVector to = kept.get(name);
    for (int s = 0; to != null && s < selectedCount; s++) {
      to.copyFrom(from, s, selected[s]);
    }
  }

  /** Gives the selected rows of a column the values that it had when it was kept. */
  void restore(String name) {
    ColumnVector to = block.column(name);
    for (int s = 0; s < selectedCount; s++) {
      to.copyFrom(kept.get(name), selected[s], selected[s]);
    }
  }

  /** Copies the selected rows' values out of the block. */
  void gather(ColumnVector from, ColumnVector to) {
    to.reset();
    for (int s = 0; s < selectedCount; s++) {
      to.copyFrom(from, selected[s], s);
    }
  }

  /** Copies the selected rows' values into the block. */
  void scatter(ColumnVector from, ColumnVector to) {
    for (int s = 0; s < selectedCount; s++) {
      to.copyFrom(from, s, selected[s]);
    }
  }
}
