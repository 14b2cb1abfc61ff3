package io.datalchemy.row;

import io.datalchemy.vector.ColumnVector;
import io.datalchemy.vector.RowSet;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A block of rows of one table: their numbers, the columns asked for and those that these need.
 *
 * <p>Made by {@link TableProgram#newBlock}, filled by {@link TableProgram#fill}, then reused for
 * the next rows. Not thread-safe.
 */
public final class RowBlock {
  private final RowSet rows;
  private final List<Step> steps;
  private final Map<String, ColumnVector> columns = new LinkedHashMap<>();
  private final Map<String, RowSet> parents = new LinkedHashMap<>();
  private final IdentityHashMap<Step, Object> scratch = new IdentityHashMap<>();
  private final List<ColumnVector> asked;
  private long redraws;
  private long unsatisfied;

  RowBlock(TableProgram program, List<Step> steps, List<String> columnNames, int capacity) {
    rows = new RowSet(capacity);
    this.steps = List.copyOf(steps);
    for (Step step : steps) {
      for (String output : step.outputs()) {
        program
            .vectorType(output)
            .ifPresent(t -> columns.put(output, new ColumnVector(t, capacity)));
      }
    }
    asked = new ArrayList<>();
    columnNames.forEach(name -> asked.add(column(name)));
  }

  /** The rows to fill; set them before each {@link TableProgram#fill}. */
  public RowSet rows() {
    return rows;
  }

  /** The values of a column that was asked for, or that one of those needs. */
  public ColumnVector column(String name) {
    ColumnVector vector = columns.get(name);
    if (vector == null) {
      throw new IllegalArgumentException("column " + name + ": is not part of this block");
    }
    return vector;
  }

  /** The columns that were asked for, in the order asked. */
  public List<ColumnVector> columns() {
    return asked;
  }

  /** How many rows were drawn again since the block was made. */
  public long redraws() {
    return redraws;
  }

  /** How many rows broke a residual condition at their last draw, since the block was made. */
  public long unsatisfied() {
    return unsatisfied;
  }

  List<Step> steps() {
    return steps;
  }

  void reset() {
    columns.values().forEach(ColumnVector::reset);
  }

  RowSet parents(String foreignKey) {
    return parents.computeIfAbsent(foreignKey, name -> new RowSet(rows.capacity()));
  }

  <T> T scratch(Step step, Class<T> type, Supplier<T> maker) {
    return type.cast(scratch.computeIfAbsent(step, s -> maker.get()));
  }

  void countRedraws(long count) {
    redraws += count;
  }

  void countUnsatisfied(long count) {
    unsatisfied += count;
  }
}
