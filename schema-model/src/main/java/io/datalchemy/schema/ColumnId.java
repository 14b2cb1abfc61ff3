package io.datalchemy.schema;

import java.util.Objects;

/** A column's name within the database. */
public record ColumnId(TableId table, String column) {
  public ColumnId {
    Objects.requireNonNull(table, "table");
    Objects.requireNonNull(column, "column");
  }

  /** The name for people, {@code schema.table.column}; not for SQL and not for paths. */
  @Override
  public String toString() {
    return table + "." + column;
  }
}
