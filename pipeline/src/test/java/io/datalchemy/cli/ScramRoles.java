package io.datalchemy.cli;

import io.datalchemy.server.TestServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;

/** Roles of the test server that it lets in by password alone. */
final class ScramRoles {
  private ScramRoles() {}

  /** Asks roles of that prefix for their passwords from now on. */
  static void require(String prefix) throws IOException, SQLException {
    Path rules = Path.of(TestServer.value("postgres", "SHOW hba_file"));
    String others = Files.readString(rules, StandardCharsets.UTF_8);
    Files.writeString(rules, "host all /^" + prefix + " all scram-sha-256\n" + others);
    String before = TestServer.value("postgres", "SELECT pg_conf_load_time()");
    TestServer.value("postgres", "SELECT pg_reload_conf()");
    while (before.equals(TestServer.value("postgres", "SELECT pg_conf_load_time()"))) {
      Thread.onSpinWait(); // each look is a new session, which knows what the server has read
    }
  }

  /** Makes a role that may log in and make databases. */
  static void create(String name, String password) throws SQLException {
    execute(
        "CREATE ROLE " + name + " LOGIN CREATEDB PASSWORD '" + password.replace("'", "''") + "'");
  }

  /** Runs a statement as the server's owner. */
  static void execute(String sql) throws SQLException {
    try (var connection = TestServer.get().connect("postgres");
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
