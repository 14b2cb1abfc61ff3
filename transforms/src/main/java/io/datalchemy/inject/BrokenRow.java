package io.datalchemy.inject;

import java.util.List;
import java.util.Objects;

/**
 * A row that was broken on purpose: names, never a value.
 *
 * @param row counted from 0 over the whole table
 * @param constraint the constraint that it breaks; of a NOT NULL, the column
 * @param columns those whose values were changed
 */
public record BrokenRow(long row, String constraint, String kind, List<String> columns) {
  public BrokenRow {
    Objects.requireNonNull(constraint, "constraint");
    Objects.requireNonNull(kind, "kind");
    columns = List.copyOf(columns);
  }
}
