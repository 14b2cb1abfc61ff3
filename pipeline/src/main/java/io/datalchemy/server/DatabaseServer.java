package io.datalchemy.server;

import io.datalchemy.connect.ConnectionSettings;
import io.datalchemy.ddl.SqlText;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** A PostgreSQL server on which databases can be made and connected to. */
public interface DatabaseServer {
  /** How to connect to a database of the server by name. */
  ConnectionSettings settings(String database);

  /** Connects to the database that one starts from. */
  Connection connect() throws SQLException;

  /** Connects to a database of the server by name. */
  Connection connect(String database) throws SQLException;

  /**
   * Makes an empty database.
   *
   * @throws io.datalchemy.problem.UnavailableException if the server refuses
   */
  default void createDatabase(String name) {
    execute("postgres", "CREATE DATABASE " + SqlText.identifier(name));
  }

  /**
   * Runs a script of ours in one of its databases.
   *
   * @throws io.datalchemy.problem.UnavailableException if the server refuses
   */
  default void execute(String database, String script) {
    try (Connection connection = connect(database);
        Statement statement = connection.createStatement()) {
      statement.execute(script);
    } catch (SQLException e) {
      throw settings(database).unavailable(e, "setting it up");
    }
  }
}
