package io.datalchemy.foreign;

import io.datalchemy.schema.TableId;
import io.datalchemy.vector.ColumnVector;
import io.datalchemy.vector.RowSet;
import java.util.List;

/** The values of parent rows, by row number: what foreign keys and parent values are made of. */
public interface ForeignContext {
  /** The row number of no parent: its values are NULL. */
  long NO_ROW = -1;

  /**
   * Writes the named columns of the parent's rows, place by place.
   *
   * @param rows row numbers of the parent, in any order and repeating; {@link #NO_ROW} gives NULL
   * @param out one vector for each column, of the column's type
   */
  void read(TableId parent, List<String> columns, RowSet rows, List<ColumnVector> out);

  /**
   * The same for any columns of any table, which are computed where they were not published: what a
   * row takes from its children.
   */
  default void compute(TableId table, List<String> columns, RowSet rows, List<ColumnVector> out) {
    read(table, columns, rows, out);
  }
}
