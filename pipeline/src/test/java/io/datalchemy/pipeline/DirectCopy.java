package io.datalchemy.pipeline;

import io.datalchemy.csv.CsvEncoder;
import io.datalchemy.csv.LineBuffer;
import io.datalchemy.ddl.SqlText;
import io.datalchemy.registry.Generators;
import io.datalchemy.resolve.ResolvedColumn;
import io.datalchemy.resolve.ResolvedPlan;
import io.datalchemy.resolve.ResolvedTable;
import io.datalchemy.row.ComputedForeignContext;
import io.datalchemy.row.RowBlock;
import io.datalchemy.row.TableProgram;
import io.datalchemy.row.TablePrograms;
import io.datalchemy.schema.TableId;
import io.datalchemy.server.TestServer;
import io.datalchemy.vector.ColumnVector;
import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.postgresql.PGConnection;

/**
 * Rows as a run would write them, without a pipeline, copied into the tables that they are for:
 * their constraints judge while they come in, and all goes again afterwards.
 */
final class DirectCopy implements AutoCloseable {
  private final TablePrograms programs;
  private final Connection connection;

  DirectCopy(ResolvedPlan plan, Generators generators, String database) throws SQLException {
    programs = TablePrograms.compile(plan, generators);
    connection = TestServer.get().connect(database);
    connection.setAutoCommit(false);
  }

  /** What the server refuses, each table by itself. */
  List<String> refusals() throws SQLException, IOException {
    List<String> refusals = new ArrayList<>();
    for (ResolvedTable table : programs.plan().tables()) {
      var before = connection.setSavepoint();
      try {
        copy(table.id(), SqlText.qualified(table.id()));
      } catch (SQLException e) {
        connection.rollback(before);
        refusals.add(table.table() + ": " + e.getMessage());
      }
    }
    return refusals;
  }

  /** The tables in which a column's texts are not those that the server prints of its values. */
  Set<String> differing(String column) throws SQLException, IOException {
    Set<String> differing = new TreeSet<>();
    for (ResolvedTable table : programs.plan().tables()) {
      List<String> columns = written(table.id());
      if (!columns.contains(column)) {
        continue;
      }
      execute("DROP TABLE IF EXISTS raw");
      execute("CREATE TEMP TABLE raw (" + String.join(" text, ", columns) + " text)");
      copy(table.id(), "raw");
      String count =
          "SELECT count(*) FROM raw r JOIN %s t ON t.id = r.id::integer WHERE format('%%s', t.%s) <> r.%s"
              .formatted(SqlText.qualified(table.id()), column, column);
      if (number(count) > 0) {
        differing.add(table.table());
      }
    }
    return differing;
  }

  /** How many different values a column of a table has. */
  long distinct(String table, String column) throws SQLException {
    return number(
        "SELECT count(DISTINCT %s::text) FROM %s".formatted(column, SqlText.identifier(table)));
  }

  private List<String> written(TableId table) {
    return programs.program(table).writtenColumns().stream().map(ResolvedColumn::name).toList();
  }

  private void copy(TableId table, String target) throws SQLException, IOException {
    String sql =
        "COPY " + target + " (" + SqlText.columns(written(table)) + ") FROM STDIN (FORMAT csv)";
    connection
        .unwrap(PGConnection.class)
        .getCopyAPI()
        .copyIn(sql, new StringReader(csv(table)), 1 << 16);
  }

  private String csv(TableId table) {
    TableProgram program = programs.program(table);
    List<String> columns = written(table);
    int rows = (int) program.rows();
    RowBlock block = program.newBlock(columns, rows);
    block.rows().setRange(0, rows);
    program.fill(block, new ComputedForeignContext(programs));
    List<ColumnVector> vectors = columns.stream().map(block::column).toList();
    StringBuilder csv = new StringBuilder();
    LineBuffer line = new LineBuffer();
    for (int i = 0; i < rows; i++) {
      line.clear();
      CsvEncoder.encode(vectors, i, line);
      csv.append(line.text()).append('\n');
    }
    return csv.toString();
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private long number(String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      result.next();
      return result.getLong(1);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.rollback();
    connection.close();
  }
}
