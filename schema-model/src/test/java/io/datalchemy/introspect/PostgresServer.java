package io.datalchemy.introspect;

import io.datalchemy.connect.ConnectionSettings;
import io.datalchemy.postgres.TestPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Databases to introspect, on the server that the tests run on. */
final class PostgresServer {
  private PostgresServer() {}

  /** An empty database of that name, in place of any older one. */
  static ConnectionSettings database(String name) {
    return TestPostgres.get().database(name);
  }

  /** A database of that name with the sample schema. */
  static ConnectionSettings sample(String name) {
    ConnectionSettings settings = database(name);
    execute(settings, sampleSchema());
    return settings;
  }

  static void execute(ConnectionSettings settings, String sql) {
    TestPostgres.execute(settings, sql);
  }

  static ConnectionSettings user(String name, String database) {
    return TestPostgres.get().user(name, database);
  }

  private static String sampleSchema() {
    try {
      return Files.readString(
          Path.of("../docker/postgres/init/01_schema.sql"), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
