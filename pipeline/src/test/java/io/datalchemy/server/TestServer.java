package io.datalchemy.server;

import io.datalchemy.connect.ConnectionSettings;
import io.datalchemy.introspect.IntrospectionOptions;
import io.datalchemy.introspect.Introspector;
import io.datalchemy.postgres.TestPostgres;
import io.datalchemy.postgres.VersionedScript;
import io.datalchemy.run.RunId;
import io.datalchemy.schema.DatabaseSchema;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** One server for all tests of the process; each test makes databases of its own. */
public final class TestServer {
  private TestServer() {}

  /** Runs until the process ends. */
  private static final class OwnServer {
    static final ConnectionSettings SUPERUSER = EmbeddedServer.start().settings("postgres");
  }

  /** The product's own embedded server, unless the tests are to run on another one. */
  public static SharedServer get() {
    return new SharedServer(
        TestPostgres.isNewestEmbedded()
            ? OwnServer.SUPERUSER
            : TestPostgres.get().superuser("postgres"));
  }

  /** Makes a database by a script, as far as the server is new enough for it; returns its name. */
  public static String database(String script) throws SQLException {
    String name = "test_" + RunId.fresh();
    get().createDatabase(name);
    try (Connection connection = get().connect(name);
        Statement statement = connection.createStatement()) {
      int version = connection.getMetaData().getDatabaseMajorVersion();
      statement.execute(VersionedScript.forVersion(script, version));
    }
    return name;
  }

  /** The first part of the server's version, such as 12. */
  public static int majorVersion() throws SQLException {
    try (Connection connection = get().connect()) {
      return connection.getMetaData().getDatabaseMajorVersion();
    }
  }

  /** The schema of a database, as introspection reads it. */
  public static DatabaseSchema schema(String database) {
    return Introspector.introspect(settings(database), IntrospectionOptions.all()).schema();
  }

  /** How to connect to a database. */
  public static ConnectionSettings settings(String database) {
    return get().settings(database);
  }

  /** The only value of a query's only row. */
  public static String value(String database, String query) throws SQLException {
    try (Connection connection = get().connect(database);
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      result.next();
      return result.getString(1);
    }
  }
}
