package io.datalchemy.explain;

import io.datalchemy.foreign.ForeignContext;
import io.datalchemy.problem.InvalidInputException;
import io.datalchemy.problem.NearMatch;
import io.datalchemy.problem.Problem;
import io.datalchemy.resolve.ColumnSource;
import io.datalchemy.resolve.ConstraintOutcome;
import io.datalchemy.resolve.Distinctness;
import io.datalchemy.resolve.ResolvedColumn;
import io.datalchemy.resolve.ResolvedForeignKey;
import io.datalchemy.resolve.ResolvedTable;
import io.datalchemy.resolve.ShapeGroup;
import io.datalchemy.row.RowTrace;
import io.datalchemy.row.TablePrograms;
import io.datalchemy.schema.DatabaseSchema;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** Computes one row, or one cell of it, alone, and tells what made it. */
public final class Explainer {
  private final DatabaseSchema schema;
  private final TablePrograms programs;
  private final ForeignContext parents;

  /**
   * An explainer of the rows of one run.
   *
   * @param parents where parents' values come from
   */
  public Explainer(DatabaseSchema schema, TablePrograms programs, ForeignContext parents) {
    this.schema = schema;
    this.programs = programs;
    this.parents = parents;
  }

  /**
   * Explains a row.
   *
   * @param row its number, from 0
   * @param column the only column to compute, or empty for all
   * @throws InvalidInputException if the table has no such row or column
   */
  public RowExplanation explain(ResolvedTable table, long row, Optional<String> column) {
    checkRow(table, row);
    column.ifPresent(name -> checkColumn(table, name));
    List<ResolvedColumn> columns =
        table.columns().stream().filter(c -> column.map(c.name()::equals).orElse(true)).toList();
    List<String> generated =
        columns.stream().filter(ResolvedColumn::isWritten).map(ResolvedColumn::name).toList();
    RowTrace trace = programs.program(table.id()).trace(row, generated, parents);
    ConstraintColumns constraints =
        new ConstraintColumns(schema, schema.table(table.id()).orElseThrow());
    List<RowExplanation.Cell> cells =
        columns.stream().map(c -> cell(table, c, trace, constraints)).toList();
    return new RowExplanation(table.schema(), table.table(), row, table.rows(), cells);
  }

  private static void checkRow(ResolvedTable table, long row) {
    if (row < 0 || row >= table.rows()) {
      String last = table.rows() == 0 ? "it has none" : "its rows are 0 to " + (table.rows() - 1);
      throw new InvalidInputException(
          Problem.error("row_out_of_range", "", "row " + row + " of " + table.id() + ": " + last));
    }
  }

  private static void checkColumn(ResolvedTable table, String name) {
    if (table.column(name).isEmpty()) {
      List<String> known = table.columns().stream().map(ResolvedColumn::name).toList();
      throw new InvalidInputException(
          Problem.error("unknown_column", "", "column '" + name + "': not found in " + table.id())
              .withHint(NearMatch.hint(name, known)));
    }
  }

  private static RowExplanation.Cell cell(
      ResolvedTable table, ResolvedColumn column, RowTrace trace, ConstraintColumns constraints) {
    List<ConstraintOutcome> outcomes =
        table.constraints().stream()
            .filter(outcome -> constraints.concern(outcome.name(), column.name()))
            .toList();
    return new RowExplanation.Cell(
        column.name(),
        trace.values().getOrDefault(column.name(), Optional.empty()),
        column.isWritten(),
        made(table, column, trace),
        column.decidedBy().name().toLowerCase(Locale.ROOT),
        column.reason(),
        outcomes);
  }

  private static RowExplanation.Made made(
      ResolvedTable table, ResolvedColumn column, RowTrace trace) {
    Optional<RowExplanation.Shape> shape = shape(table, column, trace);
    ColumnSource source = source(table, column, shape);
    Optional<RowExplanation.Parent> parent = parent(table, source, trace);
    if (source instanceof ColumnSource.Generated generated) {
      return new RowExplanation.Made(
          "generator",
          Optional.of(generated.generator()),
          generated.transforms(),
          Optional.of(generated.distinct()).filter(d -> !(d instanceof Distinctness.None)),
          parent,
          shape);
    }
    return new RowExplanation.Made(
        from(source), Optional.empty(), List.of(), Optional.empty(), parent, shape);
  }

  private static String from(ColumnSource source) {
    if (source instanceof ColumnSource.ForeignKeyColumn) {
      return "foreign_key";
    }
    if (source instanceof ColumnSource.OrdinalInParent) {
      return "ordinal_in_parent";
    }
    if (source instanceof ColumnSource.ReferencedKey) {
      return "polymorphic";
    }
    return source instanceof ColumnSource.Omitted ? "database" : "null";
  }

  /** The column's source in this row: its own, or the one that the row's shape gives it. */
  private static ColumnSource source(
      ResolvedTable table, ResolvedColumn column, Optional<RowExplanation.Shape> shape) {
    if (shape.isEmpty()) {
      return column.source();
    }
    ShapeGroup group =
        table.shapeGroups().stream()
            .filter(g -> g.columns().equals(shape.get().columns()))
            .findFirst()
            .orElseThrow();
    int index = shape.get().shape();
    ShapeGroup.Shape taken =
        index < group.shapes().size()
            ? group.shapes().get(index)
            : group.otherShapes().get(index - group.shapes().size());
    return taken.columns().get(group.columns().indexOf(column.name()));
  }

  private static Optional<RowExplanation.Shape> shape(
      ResolvedTable table, ResolvedColumn column, RowTrace trace) {
    OptionalInt group =
        IntStream.range(0, table.shapeGroups().size())
            .filter(g -> table.shapeGroups().get(g).columns().contains(column.name()))
            .findFirst();
    if (group.isEmpty()) {
      return Optional.empty();
    }
    ShapeGroup found = table.shapeGroups().get(group.getAsInt());
    int shapes = found.shapes().size() + found.otherShapes().size();
    return trace.shapes().stream()
        .filter(taken -> taken.columns().equals(found.columns()))
        .map(t -> new RowExplanation.Shape(t.columns(), t.shape(), shapes, t.draw()))
        .findFirst();
  }

  private static Optional<RowExplanation.Parent> parent(
      ResolvedTable table, ColumnSource source, RowTrace trace) {
    if (source instanceof ColumnSource.ForeignKeyColumn copied) {
      return Optional.of(
          parent(table, copied.foreignKey(), Optional.of(copied.parentColumn()), trace));
    }
    if (source instanceof ColumnSource.OrdinalInParent ordinal) {
      return Optional.of(parent(table, ordinal.foreignKey(), Optional.empty(), trace));
    }
    if (source instanceof ColumnSource.ReferencedKey referenced) {
      return referenced.choices().stream()
          .map(c -> parent(table, c.foreignKey(), Optional.of(c.parentColumn()), trace))
          .filter(found -> found.row().isPresent())
          .findFirst();
    }
    return Optional.empty();
  }

  private static RowExplanation.Parent parent(
      ResolvedTable table, String foreignKey, Optional<String> column, RowTrace trace) {
    ResolvedForeignKey key = table.foreignKey(foreignKey).orElseThrow();
    Optional<Long> row =
        Optional.ofNullable(trace.parents().get(foreignKey))
            .filter(found -> found != ForeignContext.NO_ROW);
    return new RowExplanation.Parent(foreignKey, key.parent().toString(), row, column, key.pick());
  }
}
