package io.datalchemy.schema;

import io.datalchemy.schema.type.Lists;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** One namespace of the database and the relations in it, by name. */
public record Schema(String name, List<Table> tables) {
  public Schema {
    Objects.requireNonNull(name, "name");
    tables = Lists.copy(tables);
  }

  /** The table of that name, if there is one. */
  Optional<Table> table(String tableName) {
    // By name, as the contract orders tables; a document written by hand may not be in order.
    int low = 0;
    int high = tables.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = tables.get(middle).name().compareTo(tableName);
      if (order == 0) {
        return Optional.of(tables.get(middle));
      }
      low = order < 0 ? middle + 1 : low;
      high = order < 0 ? high : middle - 1;
    }
    return tables.stream().filter(table -> table.name().equals(tableName)).findFirst();
  }

  /** The partitions of a table, of this schema or another, that lie in this schema. */
  Stream<TableId> partitions(TableId parent) {
    return tables.stream()
        .filter(table -> table.partitionOf().filter(p -> p.parent().equals(parent)).isPresent())
        .map(table -> new TableId(name, table.name()));
  }
}
