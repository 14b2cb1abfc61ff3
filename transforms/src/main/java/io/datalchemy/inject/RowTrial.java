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

  /** Whether the row still meets what it met before. */
  boolean holds() {
    return held.stream().allMatch(condition -> condition.passes(block, place));
  }

  /** Puts the values back. */
  void restore() {
    for (int c = 0; c < columns.size(); c++) {
      columns.get(c).copyFrom(saved.get(c), 0, place);
    }
  }
}
