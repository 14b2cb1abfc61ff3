package io.datalchemy.row;

import io.datalchemy.vector.ColumnVector;
import io.datalchemy.vector.RowSet;
import java.util.function.LongPredicate;

/**
 * A column that a foreign key fills from a column of the parent.
 *
 * @param factor what the parent's long is multiplied by to mean the same in this column's type
 * @param isNull the rows in which it is NULL although the row has a parent
 */
record CopiedColumn(String column, String parentColumn, long factor, LongPredicate isNull) {

  /** Turns the parent's values, as read, into this column's. */
  void settle(RowSet rows, ColumnVector out) {
    for (int i = 0; i < rows.size(); i++) {
      if (isNull.test(rows.row(i))) {
        out.setNull(i);
      } else if (factor != 1 && !out.isNull(i)) {
        out.setLong(i, Math.multiplyExact(out.longAt(i), factor));
      }
    }
  }
}
