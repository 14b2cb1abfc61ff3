package io.datalchemy.ddl;

import io.datalchemy.schema.Column;
import io.datalchemy.schema.DatabaseSchema;
import io.datalchemy.schema.GeneratedColumn;
import io.datalchemy.schema.Table;
import io.datalchemy.schema.TableId;
import io.datalchemy.schema.type.TypeId;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Tables without their constraints; every column that may be is nullable until the data is in.
 *
 * <p>Each is made by itself and then joined to its parents, so that its columns stand where they
 * stood: a column that was dropped is made and dropped again.
 */
final class TableDdl {
  /** As many as a table can have, dropped ones included. */
  private static final int MAX_COLUMNS = 1600;

  private final Lineage lineage;
  private final List<Preparation> statements = new ArrayList<>();

  private TableDdl(Lineage lineage) {
    this.lineage = lineage;
  }

  static List<Preparation> of(DatabaseSchema database) {
    TableDdl ddl = new TableDdl(Lineage.of(database));
    List<TableId> ids = ddl.lineage.parentsFirst();
    ids.forEach(ddl::addTable);
    ids.forEach(ddl::addParents);
    ids.forEach(
        id -> ddl.lineage.table(id).columns().forEach(column -> ddl.addDefault(id, column)));
    return ddl.statements;
  }

  private void addTable(TableId id) {
    statements.add(
        Preparation.of("table " + id, create(id, TypeName.COLLATED), create(id, TypeName.PLAIN)));
    List<String> dropped =
        dropped(lineage.table(id)).stream()
            .map(name -> "DROP COLUMN " + SqlText.identifier(name))
            .toList();
    if (!dropped.isEmpty()) {
      statements.add(
          Preparation.of("dropped columns of " + id, alter(id) + " " + String.join(", ", dropped)));
    }
  }

  private void addParents(TableId id) {
    Table table = lineage.table(id);
    table
        .partitionOf()
        .filter(partition -> lineage.contains(partition.parent()))
        .ifPresent(
            partition ->
                statements.add(
                    Preparation.of(
                        "partition " + id,
                        alter(partition.parent())
                            + " ATTACH PARTITION "
                            + SqlText.qualified(id)
                            + " "
                            + partition.bound())));
    table.inherits().stream()
        .filter(lineage::contains)
        .forEach(
            parent ->
                statements.add(
                    Preparation.of(
                        "inheritance of " + id,
                        alter(id) + " INHERIT " + SqlText.qualified(parent))));
  }

  private String create(TableId id, TypeName types) {
    Table table = lineage.table(id);
    StringBuilder sql = new StringBuilder("CREATE TABLE ").append(SqlText.qualified(id));
    if (table.ofType().isPresent()) {
      appendOptions(sql, id, table);
    } else {
      sql.append(" (").append(String.join(", ", columns(id, table, types))).append(')');
    }
    table.partitioning().ifPresent(p -> sql.append(" PARTITION BY ").append(p.key()));
    return sql.toString();
  }

  private void appendOptions(StringBuilder sql, TableId id, Table table) {
    TypeId type = table.ofType().orElseThrow();
    sql.append(" OF ").append(SqlText.qualified(type.schema(), type.name()));
    List<String> options =
        table.columns().stream()
            .filter(column -> !suffix(id, column).isEmpty())
            .map(c -> SqlText.identifier(c.name()) + " WITH OPTIONS" + suffix(id, c))
            .toList();
    if (!options.isEmpty()) {
      sql.append(" (").append(String.join(", ", options)).append(')');
    }
  }

  private List<String> columns(TableId id, Table table, TypeName types) {
    SortedMap<Integer, String> byPosition = new TreeMap<>();
    List<String> dropped = dropped(table);
    int gap = 0;
    int position = 1;
    for (Column column : table.columns()) {
      while (position < column.ordinalPosition() && gap < dropped.size()) {
        byPosition.put(position++, SqlText.identifier(dropped.get(gap++)) + " boolean");
      }
      byPosition.put(
          column.ordinalPosition(),
          SqlText.identifier(column.name())
              + " "
              + types.name(column.columnType())
              + suffix(id, column));
      position = column.ordinalPosition() + 1;
    }
    return List.copyOf(byPosition.values());
  }

  /** Names for the places where columns were dropped, none of them a column's. */
  private static List<String> dropped(Table table) {
    int columns = table.columns().size();
    int last = columns == 0 ? 0 : table.columns().get(columns - 1).ordinalPosition();
    return IntStream.iterate(1, i -> i + 1)
        .mapToObj(i -> "dropped " + i)
        .filter(name -> table.column(name).isEmpty())
        .limit(Math.min(MAX_COLUMNS - columns, Math.max(0, last - columns)))
        .toList();
  }

  private String suffix(TableId id, Column column) {
    StringBuilder sql = new StringBuilder();
    column
        .generated()
        .ifPresent(
            g ->
                sql.append(" GENERATED ALWAYS AS (")
                    .append(ListCasts.stable(g.expression()))
                    .append(g.kind() == GeneratedColumn.Kind.STORED ? ") STORED" : ") VIRTUAL"));
    if (isOfRoot(id, column)) {
      sql.append(" NOT NULL");
    } else {
      column.identity().ifPresent(identity -> appendIdentity(sql, column, identity));
    }
    return sql.toString();
  }

  /** Partitions number their rows by the identity of their root, which allows no NULL. */
  private boolean isOfRoot(TableId id, Column column) {
    return lineage
        .table(id)
        .partitionOf()
        .filter(partition -> lineage.contains(partition.parent()))
        .flatMap(partition -> lineage.table(partition.parent()).column(column.name()))
        .filter(inherited -> inherited.identity().isPresent())
        .isPresent();
  }

  private static String alter(TableId id) {
    return "ALTER TABLE " + SqlText.qualified(id);
  }

  private static void appendIdentity(StringBuilder sql, Column column, Column.Identity identity) {
    sql.append(" GENERATED ")
        .append(identity == Column.Identity.ALWAYS ? "ALWAYS" : "BY DEFAULT")
        .append(" AS IDENTITY");
    column
        .identitySequence()
        .ifPresent(p -> sql.append(" (").append(SequenceDdl.options(p)).append(')'));
  }

  private void addDefault(TableId id, Column column) {
    if (column.generated().isPresent() || column.identity().isPresent()) {
      return;
    }
    column
        .defaultExpression()
        .ifPresent(
            text ->
                statements.add(
                    Preparation.of(
                        "default of " + id + "." + column.name(),
                        "ALTER TABLE ONLY "
                            + SqlText.qualified(id)
                            + " ALTER COLUMN "
                            + SqlText.identifier(column.name())
                            + " SET DEFAULT "
                            + ListCasts.stable(text))));
  }
}
