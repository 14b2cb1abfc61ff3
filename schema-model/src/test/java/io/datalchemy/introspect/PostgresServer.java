package io.datalchemy.introspect;

import io.datalchemy.connect.ConnectionSettings;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** One embedded PostgreSQL for all tests of the virtual machine; it ends with it. */
final class PostgresServer {
  private static final EmbeddedPostgres SERVER = start();

  private PostgresServer() {}

  /** An empty database of that name, in place of any older one. */
  static ConnectionSettings database(String name) {
    execute(superuser("postgres"), "DROP DATABASE IF EXISTS " + quoted(name) + " WITH (FORCE)");
    execute(superuser("postgres"), "CREATE DATABASE " + quoted(name));
    return superuser(name);
  }

  /** A database of that name with the sample schema. */
  static ConnectionSettings sample(String name) {
    ConnectionSettings settings = database(name);
    execute(settings, sampleSchema());
    return settings;
  }

  static void execute(ConnectionSettings settings, String sql) {
    try (Connection connection = settings.open();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  static int port() {
    return SERVER.getPort();
  }

  private static String sampleSchema() {
    try {
      return Files.readString(
          Path.of("../docker/postgres/init/01_schema.sql"), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ConnectionSettings superuser(String database) {
    return ConnectionSettings.postgres("localhost", port(), database, "postgres", "postgres");
  }

  private static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  private static EmbeddedPostgres start() {
    try {
      return EmbeddedPostgres.builder().start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
