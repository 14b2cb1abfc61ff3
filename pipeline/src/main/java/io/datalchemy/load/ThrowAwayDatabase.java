package io.datalchemy.load;

import io.datalchemy.ddl.SqlText;
import io.datalchemy.run.RunId;
import io.datalchemy.server.DatabaseServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** An empty database that is dropped when it is closed, or when the program is stopped. */
final class ThrowAwayDatabase implements AutoCloseable {
  private final DatabaseServer server;
  private final String name;
  private final Connection connection;
  private final Thread hook;

  private ThrowAwayDatabase(DatabaseServer server, String name) throws SQLException {
    this.server = server;
    this.name = name;
    this.hook = new Thread(this::dropAtExit, "drop " + name);
    Runtime.getRuntime().addShutdownHook(hook);
    this.connection = connectOrDrop();
  }

  static ThrowAwayDatabase create(DatabaseServer server) throws SQLException {
    String name = "datalchemy_verify_" + RunId.fresh();
    execute(
        server,
        "CREATE DATABASE " + SqlText.identifier(name) + " TEMPLATE template0 ENCODING 'UTF8'");
    return new ThrowAwayDatabase(server, name);
  }

  Connection connection() {
    return connection;
  }

  @Override
  public void close() throws SQLException {
    try {
      connection.close();
    } finally {
      Runtime.getRuntime().removeShutdownHook(hook);
      drop();
    }
  }

  private Connection connectOrDrop() throws SQLException {
    try {
      return server.connect(name);
    } catch (SQLException e) {
      Runtime.getRuntime().removeShutdownHook(hook);
      drop();
      throw e;
    }
  }

  private void drop() throws SQLException {
    execute(server, "DROP DATABASE IF EXISTS " + SqlText.identifier(name));
  }

  private void dropAtExit() {
    try {
      connection.close();
      drop();
    } catch (SQLException e) {
      // The program is ending and the server no longer answers: nobody is left to tell.
    }
  }

  private static void execute(DatabaseServer server, String sql) throws SQLException {
    try (Connection connection = server.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
