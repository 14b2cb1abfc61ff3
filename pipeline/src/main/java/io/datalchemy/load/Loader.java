package io.datalchemy.load;

import io.datalchemy.connect.ConnectionSettings;
import io.datalchemy.ddl.SqlText;
import io.datalchemy.introspect.IntrospectionOptions;
import io.datalchemy.introspect.Introspector;
import io.datalchemy.problem.UnavailableException;
import io.datalchemy.run.Manifest;
import io.datalchemy.schema.DatabaseSchema;
import io.datalchemy.schema.TableId;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Loads the files of a run into the empty tables of an existing database: all of them or none.
 *
 * <p>One transaction: tables in foreign-key order, deferrable constraints deferred, cycles closed
 * afterwards, sequences moved past the rows. The database's own triggers run as for any other rows.
 */
public final class Loader {
  private final Connection connection;
  private final Path folder;
  private final Manifest manifest;
  private final List<String> updates = new ArrayList<>();

  private Loader(Connection connection, Path folder, Manifest manifest) {
    this.connection = connection;
    this.folder = folder;
    this.manifest = manifest;
  }

  /**
   * Loads a finished run into the database of a connection, by that database's own word on its
   * tables.
   *
   * @throws io.datalchemy.problem.InvalidInputException if the run did not finish or does not fit
   * @throws LoadRefusedException if the database refuses a row
   * @throws UnavailableException if the database fails
   */
  public static LoadReport load(Path runFolder, ConnectionSettings settings) {
    List<String> schemas = Manifest.read(runFolder).schemas();
    DatabaseSchema target =
        Introspector.introspect(settings, new IntrospectionOptions(schemas, false)).schema();
    try (Connection connection = settings.open()) {
      return load(target, runFolder, connection);
    } catch (SQLException e) {
      throw failure(Refusal.of(e));
    }
  }

  /**
   * Loads a finished run.
   *
   * @param target the schema of the database itself, as introspected through {@code connection}
   * @throws io.datalchemy.problem.InvalidInputException if the run did not finish or does not fit
   * @throws LoadRefusedException if the database refuses a row
   * @throws UnavailableException if the database fails
   */
  public static LoadReport load(DatabaseSchema target, Path runFolder, Connection connection) {
    Manifest manifest = Manifest.read(runFolder);
    try {
      new TargetTables(target, connection).require(manifest);
      List<LoadOrder.Step> steps = LoadOrder.of(target, columns(manifest));
      return new Loader(connection, runFolder, manifest).inOneTransaction(steps);
    } catch (SQLException e) {
      throw failure(Refusal.of(e));
    }
  }

  private static NavigableMap<TableId, List<String>> columns(Manifest manifest) {
    NavigableMap<TableId, List<String>> columns = new TreeMap<>();
    manifest.tables().forEach(table -> columns.put(table.id(), table.columns()));
    return columns;
  }

  private LoadReport inOneTransaction(List<LoadOrder.Step> steps) throws SQLException {
    boolean committed = false;
    connection.setAutoCommit(false);
    try {
      execute("SET CONSTRAINTS ALL DEFERRED");
      for (LoadOrder.Step step : steps) {
        fill(step);
      }
      for (String update : updates) {
        execute(update);
      }
      execute("SET CONSTRAINTS ALL IMMEDIATE");
      // Last, for the server does not take it back: setval stays when a transaction does not.
      int sequences = advanceSequences();
      connection.commit();
      committed = true;
      return new LoadReport(manifest.tables().size(), manifest.rows(), sequences);
    } finally {
      if (!committed) {
        connection.rollback();
      }
      connection.setAutoCommit(true);
    }
  }

  private void fill(LoadOrder.Step step) throws SQLException {
    Manifest.Table table = manifest.table(step.table()).orElseThrow();
    TableCopy copy = new TableCopy(folder, table);
    try {
      List<Violation> found =
          step.heldBack().isEmpty()
              ? copy.into(connection, SqlText.qualified(step.table()))
              : fillStaged(step, table, copy);
      if (!found.isEmpty()) {
        throw new LoadRefusedException(found.get(0));
      }
    } catch (SQLException e) {
      Refusal refusal = Refusal.of(e);
      throw refusal.isAboutRows()
          ? new LoadRefusedException(copy.violation(refusal))
          : failure(refusal);
    }
  }

  /** Puts the rows in with some keys NULL, and keeps the keys for later in a temporary table. */
  private List<Violation> fillStaged(LoadOrder.Step step, Manifest.Table table, TableCopy copy)
      throws SQLException {
    String target = SqlText.qualified(step.table());
    String staged = "pg_temp." + SqlText.identifier("datalchemy_staged_" + updates.size());
    String columns = SqlText.columns(table.columns());
    execute(
        "CREATE TEMPORARY TABLE "
            + staged
            + " ON COMMIT DROP AS SELECT "
            + columns
            + " FROM "
            + target
            + " WITH NO DATA");
    List<Violation> found = copy.into(connection, staged);
    List<String> nulls =
        step.heldBack().stream().flatMap(held -> held.columns().stream()).distinct().toList();
    String selected =
        table.columns().stream()
            .map(name -> nulls.contains(name) ? "NULL" : SqlText.identifier(name))
            .collect(Collectors.joining(", "));
    execute(
        "INSERT INTO "
            + target
            + " ("
            + columns
            + ") OVERRIDING SYSTEM VALUE SELECT "
            + selected
            + " FROM "
            + staged);
    for (LoadOrder.HeldBack held : step.heldBack()) {
      updates.add(update(target, staged, held));
    }
    return found;
  }

  private static String update(String target, String staged, LoadOrder.HeldBack held) {
    String set =
        held.columns().stream()
            .map(SqlText::identifier)
            .map(column -> column + " = staged." + column)
            .collect(Collectors.joining(", "));
    String match =
        held.rowKey().stream()
            .map(SqlText::identifier)
            .map(column -> "filled." + column + " = staged." + column)
            .collect(Collectors.joining(" AND "));
    return "UPDATE "
        + target
        + " AS filled SET "
        + set
        + " FROM "
        + staged
        + " AS staged WHERE "
        + match;
  }

  private int advanceSequences() throws SQLException {
    int advanced = 0;
    for (FedColumn column : FedColumn.of(connection)) {
      if (manifest.table(column.table()).isPresent() && column.advance(connection)) {
        advanced++;
      }
    }
    return advanced;
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static RuntimeException failure(Refusal refusal) {
    if (!refusal.isAboutRows()) {
      return new UnavailableException(
          "load: the database failed, " + refusal.words() + "; nothing was loaded");
    }
    return new LoadRefusedException(
        new Violation(
            refusal.table().orElse(new TableId("", "")),
            refusal.constraint().or(refusal::column).orElse("unknown"),
            "constraint",
            OptionalLong.empty(),
            Optional.empty(),
            refusal.words()));
  }
}
