package io.datalchemy.propose;

import io.datalchemy.schema.DatabaseSchema;
import io.datalchemy.schema.Table;
import io.datalchemy.schema.TableId;
import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;

/** Decides how many rows each table gets: as many as asked, or as many as it can hold. */
final class RowCounts {
  private final DatabaseSchema schema;
  private final Capacity capacity;
  private final long asked;
  private final Set<TableId> seen = new HashSet<>();
  private final Map<TableId, Long> rows = new TreeMap<>();

  private RowCounts(DatabaseSchema schema, Capacity capacity, long asked) {
    this.schema = schema;
    this.capacity = capacity;
    this.asked = asked;
  }

  /** The rows of every table that holds rows, 0 where none are possible. */
  static Map<TableId, Long> of(DatabaseSchema schema, Capacity capacity, long asked) {
    RowCounts counts = new RowCounts(schema, capacity, asked);
    schema.tableIds().sorted().forEach(counts::decide);
    return Collections.unmodifiableMap(counts.rows);
  }

  /** Parents first; a cycle is entered at its first table by name. */
  private void decide(TableId id) {
    Optional<Table> table = schema.table(id).filter(Table::holdsRows);
    if (table.isEmpty() || !seen.add(id)) {
      return;
    }
    table.get().foreignKeys().forEach(key -> decide(key.referenced()));
    OptionalLong most = capacity.maxRows(id, Collections.unmodifiableMap(rows));
    rows.put(id, Math.max(0, Math.min(asked, most.orElse(asked))));
  }
}
