package io.datalchemy.row;

import io.datalchemy.foreign.ForeignContext;
import io.datalchemy.vector.ColumnVector;
import java.util.List;

/** The step of a column that a generator fills. */
record GeneratedColumn(ColumnFill fill) implements Step {
  @Override
  public List<String> outputs() {
    return List.of(fill.column());
  }

  @Override
  public List<String> inputs() {
    return fill.inputs();
  }

  @Override
  public void run(RowBlock block, ForeignContext parents) {
    List<ColumnVector> inputVectors = fill.inputs().stream().map(block::column).toList();
    fill.fill(block.rows(), inputVectors, block.column(fill.column()));
  }
}
