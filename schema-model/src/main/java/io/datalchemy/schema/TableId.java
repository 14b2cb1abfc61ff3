package io.datalchemy.schema;

import java.util.Comparator;
import java.util.Objects;

/** A table's name within the database: schema and table, exactly as the catalogue spells them. */
public record TableId(String schema, String table) implements Comparable<TableId> {
  private static final Comparator<TableId> ORDER =
      Comparator.comparing(TableId::schema).thenComparing(TableId::table);

  public TableId {
    Objects.requireNonNull(schema, "schema");
    Objects.requireNonNull(table, "table");
  }

  /** Orders by schema, then table, by UTF-16 code unit: the same everywhere. */
  @Override
  public int compareTo(TableId other) {
    return ORDER.compare(this, other);
  }

  /** The name for people, {@code schema.table}; not for SQL and not for paths. */
  @Override
  public String toString() {
    return schema + "." + table;
  }
}
