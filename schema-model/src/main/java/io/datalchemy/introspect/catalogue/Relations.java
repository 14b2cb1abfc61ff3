package io.datalchemy.introspect.catalogue;

import io.datalchemy.schema.Column;
import io.datalchemy.schema.ColumnId;
import io.datalchemy.schema.Constraint;
import io.datalchemy.schema.GeneratedColumn;
import io.datalchemy.schema.Index;
import io.datalchemy.schema.PartitionOf;
import io.datalchemy.schema.Partitioning;
import io.datalchemy.schema.Table;
import io.datalchemy.schema.TableId;
import io.datalchemy.schema.TableKind;
import io.datalchemy.schema.code.RewriteRule;
import io.datalchemy.schema.code.RowSecurity;
import io.datalchemy.schema.code.Trigger;
import io.datalchemy.schema.type.TypeId;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The relations of the selected schemas with all that belongs to each. */
public final class Relations {
  private final Map<TableId, List<Column>> columns;
  private final Map<TableId, List<Constraint>> constraints;
  private final Map<TableId, List<Index>> indexes;
  private final Map<TableId, List<Trigger>> triggers;
  private final Map<TableId, List<RewriteRule>> rules;
  private final Map<TableId, RowSecurity> rowSecurity;

  private Relations(Catalogue catalogue, CatalogueScope scope) throws SQLException {
    List<String> schemas = scope.schemas();
    columns = catalogue.byTable(schemas, "columns", row -> column(row, scope));
    constraints = catalogue.byTable(schemas, "constraints", Constraints::read);
    indexes = catalogue.byTable(schemas, "indexes", Indexes::read);
    triggers =
        catalogue.byTable(
            schemas,
            "triggers",
            row ->
                new Trigger(
                    row.text("name"),
                    row.text("timing"),
                    row.texts("events"),
                    row.optional("definition")));
    rules =
        catalogue.byTable(
            schemas,
            "rules",
            row ->
                new RewriteRule(row.text("name"), row.text("event"), row.optional("definition")));
    rowSecurity = RowPolicies.read(catalogue, schemas);
  }

  /** The relations by schema and name. */
  public static SortedMap<TableId, Table> read(Catalogue catalogue, CatalogueScope scope)
      throws SQLException {
    Relations relations = new Relations(catalogue, scope);
    SortedMap<TableId, Table> tables = new TreeMap<>();
    catalogue
        .of(scope.schemas(), "tables", relations::entry)
        .forEach(entry -> tables.put(entry.getKey(), entry.getValue()));
    return tables;
  }

  private Map.Entry<TableId, Table> entry(CatalogueRow row) throws SQLException {
    TableId id = new TableId(row.text("schema"), row.text("name"));
    return Map.entry(id, table(id, row));
  }

  private Table table(TableId id, CatalogueRow row) throws SQLException {
    Optional<String> bound = row.optional("partition_bound");
    List<TableId> parents = parents(row);
    return new Table(
        id.table(),
        kind(row.code("kind")),
        row.optional("comment"),
        sorted(columns, id, Comparator.comparingInt(Column::ordinalPosition)),
        sorted(constraints, id, Constraints.ORDER),
        sorted(indexes, id, Comparator.comparing(Index::name)),
        partitioning(row),
        bound.map(text -> new PartitionOf(parents.get(0), text)),
        bound.isPresent() ? List.of() : parents,
        sorted(triggers, id, Comparator.comparing(Trigger::name)),
        sorted(rules, id, Comparator.comparing(RewriteRule::name)),
        row.optional("view_definition"),
        Optional.ofNullable(rowSecurity.get(id)),
        typeOf(row),
        row.optional("foreign_server"),
        row.optionalNumber("row_estimate"));
  }

  private static <T> List<T> sorted(Map<TableId, List<T>> all, TableId id, Comparator<T> order) {
    return all.getOrDefault(id, List.of()).stream().sorted(order).toList();
  }

  private static TableKind kind(char code) {
    return switch (code) {
      case 'p' -> TableKind.PARTITIONED_TABLE;
      case 'v' -> TableKind.VIEW;
      case 'm' -> TableKind.MATERIALIZED_VIEW;
      case 'f' -> TableKind.FOREIGN_TABLE;
      default -> TableKind.TABLE;
    };
  }

  private static Optional<TypeId> typeOf(CatalogueRow row) throws SQLException {
    return row.optional("type_name").isEmpty()
        ? Optional.empty()
        : Optional.of(new TypeId(row.text("type_schema"), row.text("type_name")));
  }

  private static List<TableId> parents(CatalogueRow row) throws SQLException {
    List<String> schemas = row.texts("parent_schemas");
    List<String> names = row.texts("parent_names");
    List<TableId> parents = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      parents.add(new TableId(schemas.get(i), names.get(i)));
    }
    return parents;
  }

  private static Optional<Partitioning> partitioning(CatalogueRow row) throws SQLException {
    Optional<String> key = row.optional("partition_key");
    if (key.isEmpty()) {
      return Optional.empty();
    }
    Partitioning.Strategy strategy =
        switch (row.code("partition_strategy")) {
          case 'l' -> Partitioning.Strategy.LIST;
          case 'h' -> Partitioning.Strategy.HASH;
          default -> Partitioning.Strategy.RANGE;
        };
    return Optional.of(new Partitioning(strategy, key.get()));
  }

  private static Column column(CatalogueRow row, CatalogueScope scope) throws SQLException {
    ColumnId id = new ColumnId(row.table(), row.text("name"));
    Optional<GeneratedColumn> generated = generated(row);
    return new Column(
        row.integer("position"),
        id.column(),
        scope.types().columnType(row),
        row.flag("is_nullable"),
        generated.isPresent() ? Optional.empty() : row.optional("expression"),
        identity(row.code("identity")),
        generated,
        Optional.ofNullable(scope.sequences().ofIdentities().get(id)),
        row.optional("comment"));
  }

  private static Optional<Column.Identity> identity(char code) {
    return switch (code) {
      case 'a' -> Optional.of(Column.Identity.ALWAYS);
      case 'd' -> Optional.of(Column.Identity.BY_DEFAULT);
      default -> Optional.empty();
    };
  }

  private static Optional<GeneratedColumn> generated(CatalogueRow row) throws SQLException {
    return switch (row.code("generated")) {
      case 's' ->
          Optional.of(new GeneratedColumn(GeneratedColumn.Kind.STORED, row.text("expression")));
      case 'v' ->
          Optional.of(new GeneratedColumn(GeneratedColumn.Kind.VIRTUAL, row.text("expression")));
      default -> Optional.empty();
    };
  }
}
