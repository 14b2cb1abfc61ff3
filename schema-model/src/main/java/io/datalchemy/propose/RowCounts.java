package io.datalchemy.propose;

import io.datalchemy.graph.ForeignKeyGraph;
import io.datalchemy.propose.size.TableSizes;
import io.datalchemy.schema.Constraint.ForeignKey;
import io.datalchemy.schema.DatabaseSchema;
import io.datalchemy.schema.Table;
import io.datalchemy.schema.TableId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/** Decides how many rows each table gets: as its size asks, or as many as it can hold. */
final class RowCounts {
  private RowCounts() {}

  /** The foreign keys of a table to others without rows, which must be NULL. */
  static List<ForeignKey> parentless(TableId id, DatabaseSchema schema, Map<TableId, Long> rows) {
    return schema
        .table(id)
        .orElseThrow()
        .foreignKeys()
        .filter(key -> !key.referenced().equals(id))
        .filter(key -> rows.getOrDefault(key.referenced(), 1L) == 0)
        .toList();
  }

  /** Whether a table has rows, and a key to one without that cannot be NULL. */
  private static boolean isOrphaned(TableId id, DatabaseSchema schema, Map<TableId, Long> rows) {
    Table table = schema.table(id).orElseThrow();
    return rows.get(id) > 0
        && parentless(id, schema, rows).stream().anyMatch(key -> !canBeNull(key, table));
  }

  private static boolean canBeNull(ForeignKey key, Table table) {
    return key.columns().stream()
        .filter(column -> table.column(column).orElseThrow().isNullable())
        .anyMatch(
            column ->
                table.foreignKeys().allMatch(k -> k.equals(key) || !k.columns().contains(column)));
  }

  /** The rows of every table that holds rows, by name; 0 where none are possible. */
  static Map<TableId, Long> of(DatabaseSchema schema, Capacity capacity, TableSizes sizes) {
    Map<TableId, Long> rows = new TreeMap<>();
    for (TableId id : ForeignKeyGraph.of(schema).order()) {
      long asked = sizes.of(id).rows();
      OptionalLong most = capacity.maxRows(id, Collections.unmodifiableMap(rows));
      rows.put(id, Math.max(0, Math.min(asked, most.orElse(asked))));
    }
    while (rows.keySet().stream().anyMatch(id -> isOrphaned(id, schema, rows))) {
      rows.replaceAll((id, count) -> isOrphaned(id, schema, rows) ? 0 : count);
    }
    return Collections.unmodifiableMap(rows);
  }
}
