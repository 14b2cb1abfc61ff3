package io.datalchemy.row;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How one row came about: its values, and the choices behind them.
 *
 * @param values the text of each column that was asked for, as in the CSV but without quotes; empty
 *     for NULL
 * @param parents for each foreign key that was followed, the parent's row number, or {@link
 *     io.datalchemy.foreign.ForeignContext#NO_ROW}
 * @param shapes the shapes that the row took, for each group of columns that was filled
 * @param children for each column that sums up children, which rows these are
 */
public record RowTrace(
    Map<String, Optional<String>> values,
    Map<String, Long> parents,
    List<Shape> shapes,
    Map<String, Children> children) {

  /** Neighbouring rows of a child table: from {@code firstRow} to before {@code endRow}. */
  public record Children(long firstRow, long endRow) {}

  /**
   * One shape that the row took.
   *
   * @param columns the columns of the group
   * @param shape the index of the shape among the group's, those of other rows counted after
   * @param draw how often the row had been drawn before, from 0
   */
  public record Shape(List<String> columns, int shape, int draw) {}
}
