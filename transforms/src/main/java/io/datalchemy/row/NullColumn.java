package io.datalchemy.row;

import io.datalchemy.foreign.ForeignContext;
import io.datalchemy.vector.ColumnVector;
import java.util.List;

/** The step of a column that is NULL in every row. */
record NullColumn(String column) implements Step {
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
    ColumnVector out = block.column(column);
    for (int i = 0; i < block.rows().size(); i++) {
      out.setNull(i);
    }
  }
}
