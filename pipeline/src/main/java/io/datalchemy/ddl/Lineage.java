package io.datalchemy.ddl;

import io.datalchemy.schema.DatabaseSchema;
import io.datalchemy.schema.PartitionOf;
import io.datalchemy.schema.Table;
import io.datalchemy.schema.TableId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Which tables descend from which, as partitions or by inheritance. */
final class Lineage {
  private final SortedMap<TableId, Table> tables;

  private Lineage(SortedMap<TableId, Table> tables) {
    this.tables = tables;
  }

  /** The lineage of the tables that are made: no views, no foreign tables. */
  static Lineage of(DatabaseSchema database) {
    SortedMap<TableId, Table> tables = new TreeMap<>();
    database.tableIds().forEach(id -> database.table(id).ifPresent(table -> tables.put(id, table)));
    tables.values().removeIf(table -> !table.kind().holdsRows());
    return new Lineage(tables);
  }

  Table table(TableId id) {
    return tables.get(id);
  }

  boolean contains(TableId id) {
    return tables.containsKey(id);
  }

  /** All tables by name, but each after those that it descends from. */
  List<TableId> parentsFirst() {
    Set<TableId> ordered = new LinkedHashSet<>();
    tables.keySet().forEach(id -> place(id, ordered));
    return List.copyOf(ordered);
  }

  /** The tables that one descends from, nearest first. */
  List<Table> ancestors(TableId id) {
    List<Table> ancestors = new ArrayList<>();
    for (TableId parent : parents(id)) {
      ancestors.add(tables.get(parent));
      ancestors.addAll(ancestors(parent));
    }
    return ancestors;
  }

  private void place(TableId id, Set<TableId> ordered) {
    if (!ordered.contains(id)) {
      parents(id).forEach(parent -> place(parent, ordered));
      ordered.add(id);
    }
  }

  private List<TableId> parents(TableId id) {
    Table table = tables.get(id);
    List<TableId> parents = new ArrayList<>(table.inherits());
    Optional<TableId> root = table.partitionOf().map(PartitionOf::parent);
    root.filter(parent -> !parents.contains(parent)).ifPresent(parents::add);
    parents.removeIf(parent -> !tables.containsKey(parent));
    return parents;
  }
}
