package io.datalchemy.pipeline;

import io.datalchemy.server.TestServer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A database with tables for every type of the server and for those of a script: columns that may
 * be NULL or not, of arrays and of a domain, and keys wherever the server takes the type as one.
 */
final class TypeTables {
  private static final String BASE_TYPES =
      """
      SELECT format_type(t.oid, NULL) FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace
      WHERE t.typtype IN ('b', 'r', 'm') AND n.nspname IN ('pg_catalog', 'public')
        AND NOT EXISTS (SELECT FROM pg_type e WHERE e.typarray = t.oid)
      ORDER BY 1
      """;

  private final String database;
  private final Connection connection;

  private TypeTables(String database, Connection connection) {
    this.database = database;
    this.connection = connection;
  }

  /** An empty database after a script. */
  static TypeTables after(String script) throws SQLException {
    String database = TestServer.database(script);
    return new TypeTables(database, TestServer.get().connect(database));
  }

  String database() {
    return database;
  }

  /** The types that a column can have: base types, ranges and multiranges, by their names. */
  List<String> baseTypes() throws SQLException {
    List<String> names = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(BASE_TYPES)) {
      while (row.next()) {
        names.add(row.getString(1));
      }
    }
    return names;
  }

  /** One table with a column, named after it, for each type that a column can have. */
  void addNullable(List<String> types) throws SQLException {
    List<String> columns = types.stream().map(type -> quoted(type) + " " + type).toList();
    accepted("CREATE TABLE nullable (id serial PRIMARY KEY, " + String.join(", ", columns) + ")")
        .ifPresent(
            refusal -> {
              throw new IllegalStateException(refusal);
            });
  }

  /** The tables of one type. */
  void add(String type) throws SQLException {
    String domain = quoted("domain of " + type);
    must("CREATE DOMAIN " + domain + " AS " + type);
    boolean hasArrays = accepted("CREATE TABLE gone (a " + type + "[])").isEmpty();
    must(
        "CREATE TABLE "
            + quoted("columns of " + type)
            + " (id serial PRIMARY KEY, v1 "
            + type
            + ", v2 "
            + type
            + " NOT NULL, v3 "
            + domain
            + " NOT NULL"
            + (hasArrays ? ", v4 " + type + "[] NOT NULL, v5 " + domain + "[] NOT NULL" : "")
            + ")");
    accepted("DROP TABLE gone");
    addKeys(type);
  }

  /** The server takes arrays as keys of what it cannot compare, and then refuses every row. */
  private void addKeys(String type) throws SQLException {
    String key = quoted("key of " + type);
    String child = quoted("child of " + type);
    if (accepted("CREATE TABLE " + key + " (v " + type + " PRIMARY KEY)").isEmpty()) {
      must("ALTER TABLE " + key + " ADD w " + type + "[] UNIQUE");
      must(
          "CREATE TABLE "
              + child
              + " (id serial PRIMARY KEY, v "
              + type
              + " NOT NULL REFERENCES "
              + key
              + ")");
    }
  }

  private void must(String sql) throws SQLException {
    Optional<String> refusal = accepted(sql);
    if (refusal.isPresent()) {
      throw new IllegalStateException(sql + ": " + refusal.get());
    }
  }

  /** Why the server refuses a statement, if it does. */
  private Optional<String> accepted(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
      return Optional.empty();
    } catch (SQLException e) {
      return Optional.of(e.getMessage());
    }
  }

  static String quoted(String name) {
    return "\"" + name.replace("\"", "\"\"") + "\"";
  }
}
