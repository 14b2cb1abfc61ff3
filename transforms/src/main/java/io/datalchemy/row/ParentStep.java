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
