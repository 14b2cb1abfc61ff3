package io.datalchemy.row;

import io.datalchemy.foreign.ForeignContext;
import io.datalchemy.foreign.GroupedRows;
import io.datalchemy.random.CellRandom;
import io.datalchemy.vector.ColumnVector;
import io.datalchemy.vector.RowSet;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The step of a shape group: every row takes a shape, the shape fills the group's columns, and rows
 * that break a residual condition are drawn again, up to a bound.
 *
 * @param read columns outside the group that its generators read
 * @param given columns of the group that a foreign key fills and a shape may empty
 * @param firstOf where the first child of each parent takes one of {@code shapes} and all other
 *     rows one of {@code otherShapes}: the grouping that says which is first
 * @param redrawnKeys the foreign keys whose parents are picked again when a row is drawn again
 */
record ShapedColumns(
    List<String> columns,
    List<String> read,
    List<Given> given,
    long key,
    WeightedShapes shapes,
    Optional<GroupedRows> firstOf,
    WeightedShapes otherShapes,
    List<RowCondition> residual,
    List<ParentStep> redrawnKeys,
    int maxDraws)
    implements Step {

  private static final int PATIENCE = 8;

  /** A column that a foreign key has filled. */
  record Given(String column, String foreignKey) {}

  @Override
  public List<String> outputs() {
    Set<String> outputs = new LinkedHashSet<>(columns);
    redrawnKeys.forEach(key -> outputs.addAll(key.filledColumns()));
    return List.copyOf(outputs);
  }

  @Override
  public List<String> inputs() {
    List<String> inputs = new ArrayList<>(read);
    given.forEach(column -> inputs.add(ParentStep.pickOf(column.foreignKey())));
    redrawnKeys.forEach(key -> inputs.add(ParentStep.pickOf(key.foreignKey())));
    return inputs;
  }

  @Override
  public void run(RowBlock block, ForeignContext parents) {
    ShapeScratch scratch = block.scratch(this, ShapeScratch.class, () -> new ShapeScratch(block));
    scratch.startWithAll(block.rows().size());
    given.forEach(column -> scratch.keep(column.column(), block.rows().size()));
    for (int draw = 0; draw < maxDraws && scratch.hasPending(); draw++) {
      scratch.beginDraw(draw);
      if (draw > 0) {
        block.countRedraws(scratch.pendingCount());
      }
      if (draw >= firstRedraw()) {
        redrawKeys(block, parents, scratch, draw);
      }
      drawPending(block, parents, scratch, draw);
      scratch.keepPending(i -> breaksResidual(block, i));
    }
    block.countUnsatisfied(scratch.pendingCount());
  }

  /** Columns of its own are given some draws to fit the parents before others are picked. */
  private int firstRedraw() {
    return columns.size() > given.size() ? PATIENCE : 1;
  }

  private void redrawKeys(RowBlock block, ForeignContext parents, ShapeScratch scratch, int draw) {
    for (ParentStep key : redrawnKeys) {
      scratch.selectPending();
      key.redraw(block, parents, scratch, draw);
    }
  }

  /** The shape that the row of a block of one row took. */
  RowTrace.Shape trace(RowBlock block) {
    ShapeScratch scratch = block.scratch(this, ShapeScratch.class, () -> new ShapeScratch(block));
    return new RowTrace.Shape(columns, scratch.chosen(0), scratch.lastDraw());
  }

  private void drawPending(RowBlock block, ForeignContext parents, ShapeScratch scratch, int draw) {
    int all = shapes.size() + otherShapes.size();
    for (int p = 0; p < scratch.pendingCount(); p++) {
      long row = block.rows().row(scratch.pending(p));
      scratch.choose(p, shapeOf(row, draw));
    }
    for (int s = 0; s < all; s++) {
      if (scratch.select(s, block.rows(), draw)) {
        pickSelected(shape(s), block, parents, draw);
        fillSelected(shape(s), block, scratch);
      }
    }
  }

  private int shapeOf(long row, int draw) {
    long bits = CellRandom.bits(key, row, draw);
    boolean isOther = firstOf.isPresent() && firstOf.get().ordinal(row) > 0;
    return isOther ? shapes.size() + otherShapes.choose(bits) : shapes.choose(bits);
  }

  private CompiledShape shape(int s) {
    return s < shapes.size() ? shapes.shape(s) : otherShapes.shape(s - shapes.size());
  }

  /** Picks parents among those that the shape allows. */
  private void pickSelected(CompiledShape shape, RowBlock block, ForeignContext parents, int draw) {
    ShapeScratch scratch = block.scratch(this, ShapeScratch.class, () -> new ShapeScratch(block));
    for (CompiledShape.Part part : shape.parts()) {
      if (part.picked().isPresent()) {
        part.picked().get().redraw(block, parents, scratch, draw);
        scratch.reselect(block.rows(), draw);
      }
    }
  }

  private void fillSelected(CompiledShape shape, RowBlock block, ShapeScratch scratch) {
    RowSet rows = scratch.selectedRows();
    for (String input : read) {
      scratch.gather(block.column(input), scratch.column(input));
    }
    for (CompiledShape.Part part : shape.parts()) {
      if (part.isKept()) {
        scratch.restore(part.column());
        continue;
      }
      ColumnVector out = scratch.column(part.column());
      out.reset();
      part.fill()
          .ifPresentOrElse(
              fill -> fill.fill(rows, scratch.columns(fill.inputs()), out),
              () -> setAllNull(out, rows.size()));
      scratch.scatter(out, block.column(part.column()));
    }
  }

  private boolean breaksResidual(RowBlock block, int i) {
    for (RowCondition condition : residual) {
      if (!condition.passes(block, i)) {
        return true;
      }
    }
    return false;
  }

  private static void setAllNull(ColumnVector out, int count) {
    for (int i = 0; i < count; i++) {
      out.setNull(i);
    }
  }
}
