package io.datalchemy.resolution.exclusion;

import java.util.List;

/** The columns of one table that places on a line can be written to. */
public interface LineColumns {
  /** Whether generators of the table's choice fill the columns, which others may replace. */
  boolean areOpen(List<String> columns);

  /** How many places there can be at most; 0 if there is no line of the columns' type. */
  long capacity(Line line);

  /** Lets the columns be filled with their parts of so many places. */
  void fill(Line line, long slots);
}
