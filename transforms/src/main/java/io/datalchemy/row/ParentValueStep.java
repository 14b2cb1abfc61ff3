package io.datalchemy.row;

import io.datalchemy.foreign.ForeignContext;
import io.datalchemy.schema.TableId;
import io.datalchemy.vector.ColumnVector;
import io.datalchemy.vector.RowSet;
import java.util.ArrayList;
import java.util.List;

/**
 * The step of a column that copies a value of the parent's row and is no part of the key: NULL
 * where a column of the key is.
 *
 * <p>Apart from the key's own step, so that a row's key is known without the values that others
 * derive from.
 *
 * @param emptied columns of the key that a shape may have made NULL
 */
record ParentValueStep(String foreignKey, TableId parent, CopiedColumn column, List<String> emptied)
    implements Step {
  @Override
  public List<String> outputs() {
    return List.of(column.column());
  }

  @Override
  public List<String> inputs() {
    List<String> inputs = new ArrayList<>(emptied);
    inputs.add(ParentStep.pickOf(foreignKey));
    return inputs;
  }

  @Override
  public void run(RowBlock block, ForeignContext parents) {
    RowSet picked = block.parents(foreignKey);
    RowSet read = block.scratch(this, RowSet.class, () -> new RowSet(block.rows().capacity()));
    read.clear();
    for (int i = 0; i < picked.size(); i++) {
      read.add(isEmptied(block, i) ? ForeignContext.NO_ROW : picked.row(i), 0);
    }
    ColumnVector out = block.column(column.column());
    parents.read(parent, List.of(column.parentColumn()), read, List.of(out));
    column.settle(block.rows(), out);
  }

  private boolean isEmptied(RowBlock block, int i) {
    for (String keyColumn : emptied) {
      if (block.column(keyColumn).isNull(i)) {
        return true;
      }
    }
    return false;
  }
}
