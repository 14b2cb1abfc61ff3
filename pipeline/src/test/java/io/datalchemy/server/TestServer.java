package io.datalchemy.server;

import io.datalchemy.connect.ConnectionSettings;
import io.datalchemy.introspect.IntrospectionOptions;
import io.datalchemy.introspect.Introspector;
import io.datalchemy.run.RunId;
import io.datalchemy.schema.DatabaseSchema;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** One embedded server for all tests of the process; each test makes databases of its own. */
public final class TestServer {
  private static final EmbeddedServer SERVER = EmbeddedServer.start();

  private TestServer() {}

  /** The server. */
  public static EmbeddedServer get() {
    return SERVER;
  }

  /** Makes a database by a script; returns its name. */
  public static String database(String script) throws SQLException {
    String name = "test_" + RunId.fresh();
    SERVER.createDatabase(name);
    try (Connection connection = SERVER.connect(name);
        Statement statement = connection.createStatement()) {
      statement.execute(script);
    }
    return name;
  }

  /** The schema of a database, as introspection reads it. */
  public static DatabaseSchema schema(String database) {
    return Introspector.introspect(settings(database), IntrospectionOptions.all()).schema();
  }

  /** How to connect to a database. */
  public static ConnectionSettings settings(String database) {
    return SERVER.settings(database);
  }

  /** The only value of a query's only row. */
  public static String value(String database, String query) throws SQLException {
    try (Connection connection = SERVER.connect(database);
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      result.next();
      return result.getString(1);
    }
  }
}
