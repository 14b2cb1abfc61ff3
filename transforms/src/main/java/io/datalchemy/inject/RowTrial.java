package io.datalchemy.inject;

import io.datalchemy.row.ResidualCondition;
import io.datalchemy.row.RowBlock;
import io.datalchemy.vector.ColumnVector;
import java.util.ArrayList;
import java.util.List;

/** A change to some columns of one row that can be taken back. */
final class RowTrial {
  private final RowBlock block;
  private final int place;
  private final List<String> names;
  private final List<ColumnVector> columns;
  private final List<ColumnVector> saved = new ArrayList<>();
  private final List<ResidualCondition> held = new ArrayList<>();

  /**
   * Remembers the row before it is changed.
   *
   * @param kept what the row must still meet if it does so now
   */
  RowTrial(RowBlock block, int place, List<String> columns, List<ResidualCondition> kept) {
    this.block = block;
    this.place = place;
    this.names = columns;
    this.columns = columns.stream().map(block::column).toList();
    for (ColumnVector column : this.columns) {
      ColumnVector copy = new ColumnVector(column.type(), 1);
      copy.copyFrom(column, place, 0);
      saved.add(copy);
    }
    for (ResidualCondition condition : kept) {
      boolean concerns = columns.stream().anyMatch(condition.columns()::contains);
      if (concerns && condition.passes(block, place)) {
        held.add(condition);
      }
    }
  }

  RowBlock block() {
    return block;
  }

  int place() {
    return place;
  }

  /** Whether the row still meets what it met before. */
  boolean holds() {
    return held.stream().allMatch(condition -> condition.passes(block, place));
  }

  /** The columns whose values are others than before. */
  List<String> changed() {
    List<String> changed = new ArrayList<>();
    for (int c = 0; c < columns.size(); c++) {
      if (!isSame(columns.get(c), place, saved.get(c))) {
        changed.add(names.get(c));
      }
    }
    return changed;
  }

  private static boolean isSame(ColumnVector column, int i, ColumnVector other) {
    if (column.isNull(i) || other.isNull(0)) {
      return column.isNull(i) && other.isNull(0);
    }
    return column.type().family().isLong()
        ? column.longAt(i) == other.longAt(0)
        : column.textAt(i).equals(other.textAt(0));
  }

  /** Puts the values back. */
  void restore() {
    for (int c = 0; c < columns.size(); c++) {
      columns.get(c).copyFrom(saved.get(c), 0, place);
    }
  }
}
