package io.datalchemy.resolve;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.datalchemy.schema.TableId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One table of a run: how many rows, and how each of its columns and keys comes about.
 *
 * <p>Columns are in the table's own order, those that are not written included.
 *
 * @param reason why the table is part of the run and why it has so many rows
 * @param auxiliary columns that are no columns of the table and are in no file: values of ancestors
 *     that other columns are derived from
 */
public record ResolvedTable(
    String schema,
    String table,
    long rows,
    String reason,
    List<ResolvedColumn> columns,
    List<ResolvedForeignKey> foreignKeys,
    List<ShapeGroup> shapeGroups,
    List<ConstraintOutcome> constraints,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<ResolvedColumn> auxiliary) {
  @JsonCreator
  public ResolvedTable {
    Objects.requireNonNull(schema, "schema");
    Objects.requireNonNull(table, "table");
    Objects.requireNonNull(reason, "reason");
    if (rows < 0) {
      throw new IllegalArgumentException("rows: must not be negative, was " + rows);
    }
    columns = List.copyOf(columns);
    foreignKeys = List.copyOf(foreignKeys);
    shapeGroups = List.copyOf(shapeGroups);
    constraints = List.copyOf(constraints);
    auxiliary = auxiliary == null ? List.of() : List.copyOf(auxiliary);
  }

  /** A table without auxiliary columns. */
  public ResolvedTable(
      String schema,
      String table,
      long rows,
      String reason,
      List<ResolvedColumn> columns,
      List<ResolvedForeignKey> foreignKeys,
      List<ShapeGroup> shapeGroups,
      List<ConstraintOutcome> constraints) {
    this(schema, table, rows, reason, columns, foreignKeys, shapeGroups, constraints, List.of());
  }

  /** The same with auxiliary columns. */
  public ResolvedTable withAuxiliary(List<ResolvedColumn> others) {
    return new ResolvedTable(
        schema, table, rows, reason, columns, foreignKeys, shapeGroups, constraints, others);
  }

  /** The table's id. */
  public TableId id() {
    return new TableId(schema, table);
  }

  /** The column of that name, auxiliary ones included, if there is one. */
  public Optional<ResolvedColumn> column(String name) {
    return computedColumns().filter(c -> c.name().equals(name)).findFirst();
  }

  /** The table's columns, and then the auxiliary ones. */
  public Stream<ResolvedColumn> computedColumns() {
    return Stream.concat(columns.stream(), auxiliary.stream());
  }

  /** The foreign key of that name, if there is one. */
  public Optional<ResolvedForeignKey> foreignKey(String name) {
    return foreignKeys.stream().filter(f -> f.name().equals(name)).findFirst();
  }

  /** The columns that the output file has, in order. */
  public List<ResolvedColumn> writtenColumns() {
    return columns.stream().filter(ResolvedColumn::isWritten).toList();
  }
}
