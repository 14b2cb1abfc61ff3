package io.datalchemy.ddl;

import io.datalchemy.schema.Column;
import io.datalchemy.schema.DatabaseSchema;
import io.datalchemy.schema.GeneratedColumn;
import io.datalchemy.schema.PartitionOf;
import io.datalchemy.schema.Table;
import io.datalchemy.schema.TableId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Tables without their constraints; every column that may be is nullable until the data is in. */
final class TableDdl {
  private TableDdl() {}

  static List<Preparation> of(DatabaseSchema database) {
    Lineage lineage = Lineage.of(database);
    List<Preparation> statements = new ArrayList<>();
    for (TableId id : lineage.parentsFirst()) {
      statements.add(
          Preparation.of(
              "table " + id,
              create(id, lineage, TypeName.COLLATED),
              create(id, lineage, TypeName.PLAIN)));
    }
    for (TableId id : lineage.parentsFirst()) {
      lineage.table(id).columns().forEach(column -> addDefault(id, column, statements));
    }
    return statements;
  }

  private static String create(TableId id, Lineage lineage, TypeName types) {
    Table table = lineage.table(id);
    StringBuilder sql = new StringBuilder("CREATE TABLE ").append(SqlText.qualified(id));
    table
        .partitionOf()
        .filter(partition -> lineage.contains(partition.parent()))
        .ifPresentOrElse(
            partition -> appendPartition(sql, partition),
            () -> appendColumns(sql, table, lineage, types));
    table.partitioning().ifPresent(p -> sql.append(" PARTITION BY ").append(p.key()));
    return sql.toString();
  }

  private static void appendPartition(StringBuilder sql, PartitionOf partition) {
    sql.append(" PARTITION OF ")
        .append(SqlText.qualified(partition.parent()))
        .append(' ')
        .append(partition.bound());
  }

  private static void appendColumns(
      StringBuilder sql, Table table, Lineage lineage, TypeName types) {
    sql.append(
        table.columns().stream()
            .map(column -> column(column, types))
            .collect(Collectors.joining(", ", " (", ")")));
    List<TableId> parents = table.inherits().stream().filter(lineage::contains).toList();
    if (!parents.isEmpty()) {
      sql.append(
          parents.stream()
              .map(SqlText::qualified)
              .collect(Collectors.joining(", ", " INHERITS (", ")")));
    }
  }

  private static String column(Column column, TypeName types) {
    StringBuilder sql = new StringBuilder(SqlText.identifier(column.name()));
    sql.append(' ').append(types.name(column.columnType()));
    column
        .generated()
        .ifPresent(
            g ->
                sql.append(" GENERATED ALWAYS AS (")
                    .append(g.expression())
                    .append(g.kind() == GeneratedColumn.Kind.STORED ? ") STORED" : ") VIRTUAL"));
    column.identity().ifPresent(identity -> appendIdentity(sql, column, identity));
    return sql.toString();
  }

  private static void appendIdentity(StringBuilder sql, Column column, Column.Identity identity) {
    sql.append(" GENERATED ")
        .append(identity == Column.Identity.ALWAYS ? "ALWAYS" : "BY DEFAULT")
        .append(" AS IDENTITY");
    column
        .identitySequence()
        .ifPresent(p -> sql.append(" (").append(SequenceDdl.options(p)).append(')'));
  }

  private static void addDefault(TableId id, Column column, List<Preparation> statements) {
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
                            + text)));
  }
}
