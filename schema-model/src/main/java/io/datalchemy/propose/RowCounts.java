package io.datalchemy.propose;

import io.datalchemy.graph.ForeignKeyGraph;
import io.datalchemy.propose.size.TableSizes;
import io.datalchemy.schema.DatabaseSchema;
import io.datalchemy.schema.TableId;
import java.util.Collections;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/** Decides how many rows each table gets: as its size asks, or as many as it can hold. */
final class RowCounts {
  private RowCounts() {}

  /** The rows of every table that holds rows, by name; 0 where none are possible. */
  static Map<TableId, Long> of(DatabaseSchema schema, Capacity capacity, TableSizes sizes) {
    Map<TableId, Long> rows = new TreeMap<>();
    for (TableId id : ForeignKeyGraph.of(schema).order()) {
      long asked = sizes.of(id).rows();
      OptionalLong most = capacity.maxRows(id, Collections.unmodifiableMap(rows));
      rows.put(id, Math.max(0, Math.min(asked, most.orElse(asked))));
    }
    return Collections.unmodifiableMap(rows);
  }
}
