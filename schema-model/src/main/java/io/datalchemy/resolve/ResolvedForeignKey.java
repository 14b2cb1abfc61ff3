package io.datalchemy.resolve;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.datalchemy.schema.TableId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A foreign key of a run: how a row finds the number of its parent's row.
 *
 * @param nullRate share of rows without a parent
 * @param nullColumns the columns that are NULL in those rows: its own, not those that it shares
 *     with another key
 * @param among the rows of the parent that the pick counts, if it is not the first so many
 */
public record ResolvedForeignKey(
    String name,
    List<String> columns,
    String parentSchema,
    String parentTable,
    List<String> parentColumns,
    ParentPick pick,
    double nullRate,
    List<String> nullColumns,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<RowRanges> among) {
  @JsonCreator
  public ResolvedForeignKey {
    Objects.requireNonNull(name, "name");
    columns = List.copyOf(columns);
    Objects.requireNonNull(parentSchema, "parentSchema");
    Objects.requireNonNull(parentTable, "parentTable");
    parentColumns = List.copyOf(parentColumns);
    Objects.requireNonNull(pick, "pick");
    if (!(nullRate >= 0 && nullRate <= 1)) {
      throw new IllegalArgumentException("null_rate: must be within 0 and 1, was " + nullRate);
    }
    nullColumns = List.copyOf(nullColumns);
    among = among == null ? Optional.empty() : among;
  }

  /** A key whose pick is among the first rows of the parent. */
  public ResolvedForeignKey(
      String name,
      List<String> columns,
      String parentSchema,
      String parentTable,
      List<String> parentColumns,
      ParentPick pick,
      double nullRate,
      List<String> nullColumns) {
    this(
        name,
        columns,
        parentSchema,
        parentTable,
        parentColumns,
        pick,
        nullRate,
        nullColumns,
        Optional.empty());
  }

  /** The table referred to. */
  public TableId parent() {
    return new TableId(parentSchema, parentTable);
  }
}
