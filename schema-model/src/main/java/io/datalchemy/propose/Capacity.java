package io.datalchemy.propose;

import io.datalchemy.schema.TableId;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** How many rows a table can hold at most, given its keys and what its parents hold. */
@FunctionalInterface
public interface Capacity {
  /** No table is limited. */
  Capacity UNLIMITED = (table, rowsSoFar) -> OptionalLong.empty();

  /**
   * The most rows that the table's keys and constraints allow.
   *
   * @param rowsSoFar the rows of the tables decided before; parents come first but in cycles
   * @return empty if there is no limit
   */
  OptionalLong maxRows(TableId table, Map<TableId, Long> rowsSoFar);

  /** Why the table can hold no rows at all, where that is so and known. */
  default Optional<String> obstacle(TableId table) {
    return Optional.empty();
  }
}
