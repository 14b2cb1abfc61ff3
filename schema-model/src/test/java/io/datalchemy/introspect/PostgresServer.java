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

/**
 * The PostgreSQL of all tests of the virtual machine: an embedded one that ends with it, or the one
 * that the property {@code test.postgres} names by its connection text, for other versions.
 */
final class PostgresServer {
  private static final ConnectionSettings SUPERUSER = superuser();

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

  static ConnectionSettings user(String name, String database) {
    return ConnectionSettings.postgres(SUPERUSER.host(), SUPERUSER.port(), database, name, "");
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
    return SUPERUSER.withDatabase(database);
  }

  private static ConnectionSettings superuser() {
    String given = System.getProperty("test.postgres", "");
    return given.isEmpty()
        ? ConnectionSettings.postgres("localhost", start().getPort(), "postgres", "postgres", "")
        : ConnectionSettings.parse(given);
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
