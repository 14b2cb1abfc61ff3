package io.datalchemy.existing;

import io.datalchemy.schema.TableId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is read of one table.
 *
 * @param columns in the table's order
 * @param uniqueKey the columns, no two rows alike, that rows are ordered by; empty if rows may be
 *     alike in all that is read
 * @param neverNull the columns of keys that are referred to: rows with a NULL in one are left out
 */
public record KeyColumns(
    TableId table, List<String> columns, Optional<List<String>> uniqueKey, Set<String> neverNull) {
  public KeyColumns {
    Objects.requireNonNull(table, "table");
    columns = List.copyOf(columns);
    uniqueKey = uniqueKey.map(List::copyOf);
    neverNull = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(neverNull));
  }

  /** The columns that rows are ordered by. */
  public List<String> order() {
    return uniqueKey.orElse(columns);
  }
}
