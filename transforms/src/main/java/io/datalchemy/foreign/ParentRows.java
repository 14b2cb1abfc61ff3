package io.datalchemy.foreign;

/** The parent's row number of each row of one foreign key: a pure function. */
@FunctionalInterface
public interface ParentRows {
  /** The parent's row number, or {@link ForeignContext#NO_ROW}. */
  long parentOf(long row);
}
