package io.datalchemy.load;

import io.datalchemy.ddl.SqlText;
import io.datalchemy.schema.TableId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A column and the sequence that feeds it: an identity, a serial or a default of its own. */
record FedColumn(
    TableId table, String column, TableId sequence, boolean isRising, long min, long max) {

  /** All of the database. */
  static List<FedColumn> of(Connection connection) throws SQLException {
    List<FedColumn> found = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql())) {
      while (row.next()) {
        found.add(
            new FedColumn(
                new TableId(row.getString(1), row.getString(2)),
                row.getString(3),
                new TableId(row.getString(4), row.getString(5)),
                row.getLong(6) > 0,
                row.getLong(7),
                row.getLong(8)));
      }
    }
    return found;
  }

  /** Moves the sequence past the column's values, never back; whether there was need to. */
  boolean advance(Connection connection) throws SQLException {
    String extreme = isRising ? "max" : "min";
    String beyond = isRising ? ">" : "<";
    String name = SqlText.qualified(sequence);
    String sql =
        String.format(
            Locale.ROOT,
            "SELECT setval(%s::regclass, v) FROM (SELECT %s(%s)::bigint AS v FROM %s) AS used, %s AS s"
                + " WHERE v BETWEEN %d AND %d AND (v %s s.last_value OR v = s.last_value AND NOT s.is_called)",
            SqlText.literal(name),
            extreme,
            SqlText.identifier(column),
            SqlText.qualified(table),
            name,
            min,
            max,
            beyond);
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      return result.next();
    }
  }

  private static String sql() {
    try (InputStream in = FedColumn.class.getResourceAsStream("sequences.sql")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
