package io.datalchemy.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The sample database of {@code docker/postgres/init}: a schema without rows. */
public final class SampleDatabase {
  private SampleDatabase() {}

  /** Makes it, under a name, on a server. */
  public static void create(DatabaseServer server, String name) {
    server.createDatabase(name);
    server.execute(name, script());
  }

  private static String script() {
    try (InputStream in = SampleDatabase.class.getResourceAsStream("01_schema.sql")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
