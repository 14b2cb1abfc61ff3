package io.datalchemy.load;

import io.datalchemy.ddl.SqlText;
import io.datalchemy.existing.ExistingTable;
import io.datalchemy.problem.Problem;
import io.datalchemy.problem.Problems;
import io.datalchemy.run.Manifest;
import io.datalchemy.schema.Column;
import io.datalchemy.schema.DatabaseSchema;
import io.datalchemy.schema.Table;
import io.datalchemy.schema.TableId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/** Whether a database has room for a run: its tables there, of the right columns, and empty. */
final class TargetTables {
  private final DatabaseSchema target;
  private final Connection connection;
  private final Problems problems = new Problems();

  TargetTables(DatabaseSchema target, Connection connection) {
    this.target = target;
    this.connection = connection;
  }

  /** Fails once with everything that is in the way, before anything is written. */
  void require(Manifest manifest) throws SQLException {
    for (int i = 0; i < manifest.tables().size(); i++) {
      Manifest.Table table = manifest.tables().get(i);
      Optional<Table> found = target.table(table.id()).filter(Table::holdsRows);
      if (found.isEmpty()) {
        problems.add(
            Problem.error(
                    "target_table_missing",
                    "/tables/" + i,
                    table.id() + ": must be a table of the database, but is not")
                .withHint("make the tables first, or load into another database"));
      } else {
        requireColumns(table, found.get(), i);
        requireEmpty(table.id(), i);
      }
    }
    for (ExistingTable table : manifest.existing()) {
      if (target.table(table.id()).isEmpty()) {
        problems.add(
            Problem.error(
                    "target_table_missing",
                    "/existing",
                    table.id() + ": must be in the database, as its rows stay, but is not")
                .withHint("load into the database that the keys were read from"));
      }
    }
    problems.throwIfErrors();
  }

  private void requireColumns(Manifest.Table table, Table found, int index) {
    for (int i = 0; i < table.columns().size(); i++) {
      String name = table.columns().get(i);
      if (found.column(name).filter(c -> c.generated().isEmpty()).isEmpty()) {
        add(
            "/tables/" + index + "/columns/" + i,
            table.id() + "." + name + ": must be a column that can be written, but is not");
      }
    }
    for (Column column : found.columns()) {
      if (!table.columns().contains(column.name()) && mustBeGiven(column)) {
        add(
            "/tables/" + index + "/columns",
            table.id() + "." + column.name() + ": takes no NULL and has no default, but no value");
      }
    }
  }

  private static boolean mustBeGiven(Column column) {
    return !column.isNullable()
        && column.defaultExpression().isEmpty()
        && column.identity().isEmpty()
        && column.generated().isEmpty();
  }

  private void add(String path, String message) {
    problems.add(
        Problem.error("target_column_mismatch", path, message)
            .withHint("generate from the schema of the database that you load into"));
  }

  private void requireEmpty(TableId id, int index) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result =
            statement.executeQuery("SELECT EXISTS (SELECT FROM " + SqlText.qualified(id) + ")")) {
      result.next();
      if (result.getBoolean(1)) {
        problems.add(
            Problem.error(
                    "target_table_not_empty",
                    "/tables/" + index,
                    id + ": must be empty to be loaded, but has rows")
                .withHint("empty it, or load into another database"));
      }
    }
  }
}
