package io.datalchemy.load;

import io.datalchemy.schema.TableId;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One rule that rows break, by the server's word: names and counts, never a value.
 *
 * @param rule the name of the constraint or index, or of the column for a NOT NULL or a type
 * @param kind {@code not_null}, {@code primary_key}, {@code unique}, {@code unique_index}, {@code
 *     exclusion}, {@code check}, {@code foreign_key}, {@code index}; while the rows come in, {@code
 *     type}, {@code domain}, {@code partition}, {@code rows}; and of the files, {@code row_count},
 *     {@code file}
 * @param rows how many rows break it; unknown where the server stopped at the first
 * @param place the file and line of the first, where the server told
 * @param reason what is wrong, in words
 */
public record Violation(
    TableId table,
    String rule,
    String kind,
    OptionalLong rows,
    Optional<String> place,
    String reason) {
  public Violation {
    Objects.requireNonNull(table, "table");
    Objects.requireNonNull(rule, "rule");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(rows, "rows");
    Objects.requireNonNull(place, "place");
    Objects.requireNonNull(reason, "reason");
  }

  /** One line for people. */
  @Override
  public String toString() {
    String count = rows.isPresent() ? rows.getAsLong() + " rows, " : "";
    String at = place.map(p -> ", " + p).orElse("");
    return table + ": " + kind + " " + rule + ": " + count + reason + at;
  }
}
