package io.datalchemy.resolution.exclusion;

import java.util.List;
import java.util.Objects;

/**
 * Where the range of a row is written: a column of ranges, or one for each end.
 *
 * @param columns the column of the range, or of its start and its end
 * @param bounds {@code "[]"} where the end belongs to the range, else {@code "[)"}
 */
public record Line(List<String> columns, String bounds) {
  public Line {
    columns = List.copyOf(columns);
    Objects.requireNonNull(bounds, "bounds");
  }

  /** Whether an expression makes the range of two columns. */
  public boolean isPair() {
    return columns.size() == 2;
  }

  /** What of a place the column of that index holds: {@code range}, {@code start}, {@code end}. */
  public String part(int column) {
    return isPair() ? List.of("start", "end").get(column) : "range";
  }
}
