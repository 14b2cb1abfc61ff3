package io.datalchemy.propose.size;

import java.util.Objects;

/**
 * How many rows a table should get, if it can hold them.
 *
 * @param reason why, for people
 */
public record TableSize(long rows, String reason) {
  public TableSize {
    if (rows < 1) {
      throw new IllegalArgumentException("rows: must be at least 1, was " + rows);
    }
    Objects.requireNonNull(reason, "reason");
  }
}
