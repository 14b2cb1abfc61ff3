package io.datalchemy.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** The sample database of {@code docker/postgres/init}: a schema without rows. */
public final class SampleDatabase {
  private SampleDatabase() {}

  /** Makes it, under a name, on a server. */
  public static void create(EmbeddedServer server, String name) throws SQLException {
    server.createDatabase(name);
    try (Connection connection = server.connect(name);
        Statement statement = connection.createStatement()) {
      statement.execute(script());
    }
  }

  private static String script() {
    try (InputStream in = SampleDatabase.class.getResourceAsStream("01_schema.sql")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
