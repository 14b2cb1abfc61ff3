package io.datalchemy.row;

import java.util.List;
import java.util.Optional;

/** One shape of a group: its columns in the order in which they can be filled. */
record CompiledShape(double weight, List<Part> parts) {
  /**
   * One column in one shape; without a fill it is NULL.
   *
   * @param isKept whether it keeps the value that a foreign key gave it, instead of both
   * @param picked the foreign key that picks again, among the rows that the shape allows
   */
  record Part(
      String column, Optional<ColumnFill> fill, boolean isKept, Optional<ParentStep> picked) {}
}
