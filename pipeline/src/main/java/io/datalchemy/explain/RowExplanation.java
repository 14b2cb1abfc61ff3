package io.datalchemy.explain;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.datalchemy.catalogue.GeneratorCall;
import io.datalchemy.catalogue.TransformCall;
import io.datalchemy.resolve.ConstraintOutcome;
import io.datalchemy.resolve.Distinctness;
import io.datalchemy.resolve.ParentPick;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One row of a table and what made each of its cells.
 *
 * @param row the row's number, from 0
 * @param rows how many rows the table has in the run
 */
public record RowExplanation(String schema, String table, long row, long rows, List<Cell> cells) {
  public RowExplanation {
    Objects.requireNonNull(schema, "schema");
    Objects.requireNonNull(table, "table");
    cells = List.copyOf(cells);
  }

  /**
   * One cell.
   *
   * @param value as in the CSV, without quotes; empty for NULL and for what the database fills
   * @param isWritten whether the output file has the column
   * @param made what the value came from
   * @param decidedBy what the choice of its source rests on
   * @param reason the same in words
   * @param constraints the constraints of the table that mention the column, and how each is held
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Cell(
      String column,
      Optional<String> value,
      boolean isWritten,
      Made made,
      String decidedBy,
      String reason,
      List<ConstraintOutcome> constraints) {
    public Cell {
      Objects.requireNonNull(column, "column");
      Objects.requireNonNull(value, "value");
      Objects.requireNonNull(made, "made");
      Objects.requireNonNull(decidedBy, "decidedBy");
      Objects.requireNonNull(reason, "reason");
      constraints = List.copyOf(constraints);
    }
  }

  /**
   * What a value came from; of the parts, those that apply.
   *
   * @param from {@code generator}, {@code foreign_key}, {@code ordinal_in_parent}, {@code
   *     children}, {@code null} or {@code database}
   * @param transforms what changed the generator's value, in order
   * @param distinct how the value is kept from repeating
   * @param parent the parent's row, where the value is one of its or follows from one
   * @param shape the shape that the row took, where the column is part of a group
   * @param children the rows that the value sums up, where it does
   */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  public record Made(
      String from,
      Optional<GeneratorCall> generator,
      List<TransformCall> transforms,
      Optional<Distinctness> distinct,
      Optional<Parent> parent,
      Optional<Shape> shape,
      Optional<Children> children) {
    public Made {
      Objects.requireNonNull(from, "from");
      Objects.requireNonNull(generator, "generator");
      transforms = List.copyOf(transforms);
      Objects.requireNonNull(distinct, "distinct");
      Objects.requireNonNull(parent, "parent");
      Objects.requireNonNull(shape, "shape");
      Objects.requireNonNull(children, "children");
    }
  }

  /**
   * The rows that a value sums up.
   *
   * @param function {@code sum}, {@code count}, {@code min} or {@code max}
   * @param column the children's column; empty where they are counted
   * @param where the condition that those meet which count
   * @param firstRow the first of the rows, which lie next to each other
   * @param endRow the row after the last
   */
  public record Children(
      String function,
      String table,
      String foreignKey,
      Optional<String> column,
      Optional<String> where,
      long firstRow,
      long endRow) {
    public Children {
      Objects.requireNonNull(function, "function");
      Objects.requireNonNull(table, "table");
      Objects.requireNonNull(foreignKey, "foreignKey");
      Objects.requireNonNull(column, "column");
      Objects.requireNonNull(where, "where");
    }
  }

  /**
   * The parent that a foreign key leads to.
   *
   * @param row its row number; empty where the row has no parent
   * @param column the parent's column whose value it is; empty for a place among its children
   * @param pick how the parent was picked
   */
  public record Parent(
      String foreignKey,
      String table,
      Optional<Long> row,
      Optional<String> column,
      ParentPick pick) {
    public Parent {
      Objects.requireNonNull(foreignKey, "foreignKey");
      Objects.requireNonNull(table, "table");
      Objects.requireNonNull(row, "row");
      Objects.requireNonNull(column, "column");
      Objects.requireNonNull(pick, "pick");
    }
  }

  /**
   * The shape that a row took: one of the ways to satisfy the constraints of a group of columns.
   *
   * @param columns the group
   * @param shape its index, from 0
   * @param of how many shapes there are
   * @param draw how often the row had been drawn before, from 0
   */
  public record Shape(List<String> columns, int shape, int of, int draw) {
    public Shape {
      columns = List.copyOf(columns);
    }
  }
}
