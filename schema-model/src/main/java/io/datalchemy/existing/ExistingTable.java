package io.datalchemy.existing;

import io.datalchemy.schema.TableId;
import io.datalchemy.type.ValueType;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A table whose rows stay, and the file that holds their keys.
 *
 * @param file a plain file name within the folder of the keys
 * @param rows the rows with a key: row numbers count them from 0, in key order
 * @param rowsWithoutKey the rows that nothing can refer to, as a column of a key is NULL
 * @param sha256 of the file's bytes
 * @param columns the columns that were read, in the table's order
 */
public record ExistingTable(
    String schema,
    String table,
    String file,
    long rows,
    long rowsWithoutKey,
    String sha256,
    List<ExistingColumn> columns) {
  public ExistingTable {
    Objects.requireNonNull(schema, "schema");
    Objects.requireNonNull(table, "table");
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(sha256, "sha256");
    if (file.isEmpty() || file.startsWith(".") || file.matches("(?s).*[/\\\\\\x00].*")) {
      throw new IllegalArgumentException("file: must be a plain file name, was " + file);
    }
    if (rows < 0 || rowsWithoutKey < 0) {
      throw new IllegalArgumentException("rows: must not be negative, was " + rows);
    }
    columns = List.copyOf(columns);
  }

  /** The table's id. */
  public TableId id() {
    return new TableId(schema, table);
  }

  /** The type of a column, if it was read. */
  public Optional<ValueType> type(String column) {
    return columns.stream()
        .filter(c -> c.name().equals(column))
        .map(ExistingColumn::type)
        .findFirst();
  }
}
