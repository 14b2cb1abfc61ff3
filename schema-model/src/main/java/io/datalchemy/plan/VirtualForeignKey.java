package io.datalchemy.plan;

import io.datalchemy.schema.TableId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A foreign key that the database does not declare and rows are to keep nevertheless. */
public record VirtualForeignKey(
    Optional<String> name,
    String schema,
    String table,
    List<String> columns,
    String referencedSchema,
    String referencedTable,
    List<String> referencedColumns,
    Optional<String> comment) {
  public VirtualForeignKey {
    name = Absent.asEmpty(name);
    Objects.requireNonNull(schema, "schema");
    Objects.requireNonNull(table, "table");
    columns = Absent.asEmpty(columns);
    Objects.requireNonNull(referencedSchema, "referencedSchema");
    Objects.requireNonNull(referencedTable, "referencedTable");
    referencedColumns = Absent.asEmpty(referencedColumns);
    comment = Absent.asEmpty(comment);
  }

  /** The table that refers. */
  public TableId child() {
    return new TableId(schema, table);
  }

  /** The table referred to. */
  public TableId referenced() {
    return new TableId(referencedSchema, referencedTable);
  }

  /** The name, or one made of table and columns. */
  public String effectiveName() {
    return name.orElseGet(() -> table + "_" + String.join("_", columns) + "_virtual");
  }
}
