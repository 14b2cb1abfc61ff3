package io.datalchemy.row;

import io.datalchemy.csv.CsvEncoder;
import io.datalchemy.foreign.ForeignContext;
import io.datalchemy.resolve.ResolvedColumn;
import io.datalchemy.resolve.ResolvedTable;
import io.datalchemy.schema.TableId;
import io.datalchemy.type.ValueType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The compiled program of one table: computes any columns of any rows, alone or together.
 *
 * <p>Immutable and thread-safe; what is written lives in {@link RowBlock}s.
 */
public final class TableProgram {
  private final ResolvedTable table;
  private final Map<String, Step> stepOf = new LinkedHashMap<>();
  private final Map<String, ValueType> types = new LinkedHashMap<>();

  TableProgram(ResolvedTable table, List<Step> steps) {
    this.table = table;
    table.columns().forEach(column -> types.put(column.name(), column.type()));
    steps.forEach(step -> step.outputs().forEach(output -> stepOf.put(output, step)));
  }

  /** The table. */
  public TableId table() {
    return table.id();
  }

  /** How many rows the table has in this run. */
  public long rows() {
    return table.rows();
  }

  /** The columns of the output file, in order. */
  public List<ResolvedColumn> writtenColumns() {
    return table.writtenColumns();
  }

  /** The type of a column. */
  public ValueType type(String column) {
    return vectorType(column).orElseThrow();
  }

  /**
   * A reusable block for the named columns and those that they need.
   *
   * @throws IllegalArgumentException if the table has no such column or does not generate it
   */
  public RowBlock newBlock(List<String> columns, int capacity) {
    Set<Step> ordered = new LinkedHashSet<>();
    for (String column : columns) {
      visit(column, ordered, new ArrayList<>());
    }
    return new RowBlock(this, List.copyOf(ordered), columns, capacity);
  }

  /** Computes the block's columns for its rows. */
  public void fill(RowBlock block, ForeignContext parents) {
    block.reset();
    for (Step step : block.steps()) {
      step.run(block, parents);
    }
  }

  /**
   * Computes columns of one row, and tells the choices that they rest on.
   *
   * @throws IllegalArgumentException if the table has no such column or does not generate it
   */
  public RowTrace trace(long row, List<String> columns, ForeignContext parents) {
    RowBlock block = newBlock(columns, 1);
    block.rows().add(row, 0);
    fill(block, parents);
    Map<String, Long> picked = new LinkedHashMap<>();
    List<RowTrace.Shape> shapes = new ArrayList<>();
    for (Step step : block.steps()) {
      if (step instanceof ParentStep parent) {
        picked.put(parent.foreignKey(), block.parents(parent.foreignKey()).row(0));
      } else if (step instanceof ReferencedKeyColumn key) {
        key.foreignKeys().forEach(name -> picked.put(name, block.parents(name).row(0)));
      } else if (step instanceof ShapedColumns shaped) {
        shapes.add(shaped.trace(block));
      }
    }
    Map<String, Optional<String>> values = new LinkedHashMap<>();
    columns.forEach(name -> values.put(name, CsvEncoder.text(block.column(name), 0)));
    return new RowTrace(values, picked, shapes);
  }

  Optional<ValueType> vectorType(String column) {
    return Optional.ofNullable(types.get(column));
  }

  private void visit(String column, Set<Step> ordered, List<String> path) {
    Step step = stepOf.get(column);
    if (step == null) {
      throw new IllegalArgumentException(
          table.id() + "." + column + ": is not generated, so nothing can read it");
    }
    if (ordered.contains(step)) {
      return;
    }
    if (path.contains(column)) {
      throw new IllegalArgumentException(
          table.id() + ": columns need each other in a circle: " + path + " → " + column);
    }
    path.add(column);
    step.inputs().forEach(input -> visit(input, ordered, path));
    path.remove(path.size() - 1);
    ordered.add(step);
  }
}
