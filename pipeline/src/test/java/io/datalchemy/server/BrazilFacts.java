package io.datalchemy.server;

import io.datalchemy.generator.text.WordList;
import io.datalchemy.load.Loader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** What is known of Brazil's cities and names, as tables beside those of a run to be asked. */
public final class BrazilFacts {
  private static final String TABLES =
      """
      CREATE TABLE facts (code int, name text, uf text, state text, ddd text, region text);
      CREATE TABLE ranges (code int, first text, last text);
      CREATE TABLE given (name text, sex text);
      CREATE INDEX ON facts (code);
      CREATE INDEX ON facts (name, uf);
      CREATE INDEX ON ranges (code);
      CREATE INDEX ON given (name);
      """;

  private BrazilFacts() {}

  /** Loads a run into a new database that also has the facts; returns its name. */
  public static String beside(String ddl, Path run) throws SQLException {
    String database = TestServer.database(ddl + TABLES);
    try (Connection connection = TestServer.get().connect(database)) {
      fill(connection);
      Loader.load(TestServer.schema(TestServer.database(ddl)), run, connection);
    }
    return database;
  }

  private static void fill(Connection connection) throws SQLException {
    List<String[]> states = rows("brazil/states.txt");
    try (PreparedStatement facts =
            connection.prepareStatement("INSERT INTO facts VALUES (?, ?, ?, ?, ?, ?)");
        PreparedStatement ranges =
            connection.prepareStatement("INSERT INTO ranges VALUES (?, ?, ?)");
        PreparedStatement given = connection.prepareStatement("INSERT INTO given VALUES (?, ?)")) {
      for (String[] row : rows("brazil/municipalities.txt")) {
        String[] state =
            states.stream().filter(s -> row[0].startsWith(s[2])).findFirst().orElseThrow();
        add(facts, Integer.valueOf(row[0]), row[1], state[1], state[0], row[2], state[3]);
        for (String range : row[6].split(",", -1)) {
          add(ranges, Integer.valueOf(row[0]), range.substring(0, 5), range.substring(6));
        }
      }
      for (String[] row : rows("brazil/given_names.txt")) {
        add(given, row[0], row[1]);
      }
      facts.executeBatch();
      ranges.executeBatch();
      given.executeBatch();
    }
  }

  private static List<String[]> rows(String name) {
    return WordList.load(name).stream().map(line -> line.split(";", -1)).toList();
  }

  private static void add(PreparedStatement statement, Object... values) throws SQLException {
    for (int k = 0; k < values.length; k++) {
      statement.setObject(k + 1, values[k]);
    }
    statement.addBatch();
  }
}
