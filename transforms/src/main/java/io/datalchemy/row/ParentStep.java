package io.datalchemy.row;

import io.datalchemy.foreign.ForeignContext;
import io.datalchemy.foreign.ParentRows;
import io.datalchemy.schema.TableId;
import io.datalchemy.vector.ColumnVector;
import io.datalchemy.vector.RowSet;
import java.util.List;

/**
 * The step of a foreign key: picks the parents' rows and reads the columns that come from them.
 *
 * @param columns the columns of this table that it fills, each from the parent's column at the same
 *     place of {@code parentColumns}
 */
record ParentStep(
    String foreignKey,
    TableId parent,
    ParentRows parentRows,
    List<String> columns,
    List<String> parentColumns)
    implements Step {
  @Override
  public List<String> outputs() {
    return columns;
  }

  @Override
  public List<String> inputs() {
    return List.of();
  }

  @Override
  public void run(RowBlock block, ForeignContext parents) {
    RowSet picked = block.parents(foreignKey);
    picked.clear();
    for (int i = 0; i < block.rows().size(); i++) {
      picked.add(parentRows.parentOf(block.rows().row(i)), 0);
    }
    List<ColumnVector> out = columns.stream().map(block::column).toList();
    parents.read(parent, parentColumns, picked, out);
  }
}
