package io.datalchemy.propose;

import io.datalchemy.graph.ForeignKeyGraph;
import io.datalchemy.schema.DatabaseSchema;
import io.datalchemy.schema.TableId;
import java.util.Collections;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/** Decides how many rows each table gets: as many as asked, or as many as it can hold. */
final class RowCounts {
  private RowCounts() {}

  /** The rows of every table that holds rows, by name; 0 where none are possible. */
  static Map<TableId, Long> of(DatabaseSchema schema, Capacity capacity, long asked) {
    Map<TableId, Long> rows = new TreeMap<>();
    for (TableId id : ForeignKeyGraph.of(schema).order()) {
      OptionalLong most = capacity.maxRows(id, Collections.unmodifiableMap(rows));
      rows.put(id, Math.max(0, Math.min(asked, most.orElse(asked))));
    }
    return Collections.unmodifiableMap(rows);
  }
}
