package io.datalchemy.load;

import io.datalchemy.existing.ExistingColumn;
import io.datalchemy.existing.ExistingTable;
import io.datalchemy.run.Manifest;
import io.datalchemy.schema.Column;
import io.datalchemy.schema.Constraint;
import io.datalchemy.schema.DatabaseSchema;
import io.datalchemy.schema.Index;
import io.datalchemy.schema.Schema;
import io.datalchemy.schema.Table;
import io.datalchemy.schema.TableId;
import io.datalchemy.schema.TableKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A schema in which the tables that keep their rows have their key columns alone, and of their
 * constraints only the keys over these: more of their rows is not known.
 */
final class KeptTables {
  private final DatabaseSchema schema;
  private final List<ExistingTable> existing;
  private final Set<TableId> partitions = new TreeSet<>();

  private KeptTables(DatabaseSchema schema, List<ExistingTable> existing) {
    this.schema = schema;
    this.existing = existing;
    existing.forEach(table -> addPartitions(table.id()));
  }

  /** The schema as far as the run knows it. */
  static DatabaseSchema of(DatabaseSchema schema, Manifest manifest) {
    return manifest.existing().isEmpty()
        ? schema
        : new KeptTables(schema, manifest.existing()).reduced();
  }

  private void addPartitions(TableId root) {
    schema.partitions(root).filter(partitions::add).toList().forEach(this::addPartitions);
  }

  private DatabaseSchema reduced() {
    List<Schema> schemas = new ArrayList<>();
    for (Schema each : schema.schemas()) {
      List<Table> tables = new ArrayList<>();
      for (Table table : each.tables()) {
        TableId id = new TableId(each.name(), table.name());
        if (!partitions.contains(id)) {
          tables.add(existing(id).map(keys -> reduced(table, keys)).orElse(table));
        }
      }
      schemas.add(new Schema(each.name(), tables));
    }
    return schema.withSchemas(schemas);
  }

  private Optional<ExistingTable> existing(TableId id) {
    return existing.stream().filter(table -> table.id().equals(id)).findFirst();
  }

  private static Table reduced(Table table, ExistingTable keys) {
    List<String> known = keys.columns().stream().map(ExistingColumn::name).toList();
    return new Table(
        table.name(),
        TableKind.TABLE,
        Optional.empty(),
        table.columns().stream()
            .filter(column -> known.contains(column.name()))
            .map(KeptTables::plain)
            .toList(),
        table.constraints().stream().filter(c -> isKeyOver(c, known)).toList(),
        table.indexes().stream().filter(index -> isKeyOver(index, known)).toList(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** The column as one that just holds values. */
  private static Column plain(Column column) {
    return new Column(
        column.ordinalPosition(),
        column.name(),
        column.columnType(),
        true,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static boolean isKeyOver(Constraint constraint, List<String> known) {
    if (constraint instanceof Constraint.PrimaryKey key) {
      return known.containsAll(key.columns());
    }
    return constraint instanceof Constraint.Unique unique && known.containsAll(unique.columns());
  }

  private static boolean isKeyOver(Index index, List<String> known) {
    return index.isUnique()
        && index.predicate().isEmpty()
        && index.include().isEmpty()
        && index.keys().stream().allMatch(key -> key.column().filter(known::contains).isPresent());
  }
}
