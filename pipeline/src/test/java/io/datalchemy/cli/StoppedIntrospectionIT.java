package io.datalchemy.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.datalchemy.json.Json;
import io.datalchemy.server.DatabaseServer;
import io.datalchemy.server.EmbeddedServer;
import io.datalchemy.server.TestServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Introspection that something stops in the middle: a lock on a relation of the catalogue holds it
 * there, with a part read already.
 */
class StoppedIntrospectionIT {
  private static final String LOCKED = "pg_catalog.pg_trigger";

  @TempDir Path runs;

  private final StringWriter said = new StringWriter();

  @Test
  void tellsThatTheServerEndedTheSession() throws Exception {
    String database = TestServer.database("CREATE TABLE t (id int PRIMARY KEY)");
    int exitCode =
        whileHeld(
            TestServer.get(),
            database,
            "postgres",
            (statement, waiting) ->
                statement.execute("SELECT pg_terminate_backend(" + waiting + ")"));
    assertFailed(
        exitCode,
        database,
        "the connection must stay open, it was lost; check that the server is up, and start again");
  }

  @Test
  void tellsThatSomebodyCancelledTheStatement() throws Exception {
    String database = TestServer.database("CREATE TABLE t (id int PRIMARY KEY)");
    int exitCode =
        whileHeld(
            TestServer.get(),
            database,
            "postgres",
            (statement, waiting) -> statement.execute("SELECT pg_cancel_backend(" + waiting + ")"));
    assertFailed(
        exitCode,
        database,
        "the statement must end in time, the server cancelled it; raise statement_timeout for this"
            + " connection: options='-c statement_timeout=10min'");
  }

  @Test
  void tellsThatTheServerDied() throws Exception {
    try (EmbeddedServer server = EmbeddedServer.start()) {
      server.createDatabase("morre");
      int exitCode =
          whileHeld(
              server,
              "morre",
              "postgres",
              (statement, waiting) ->
                  assertEquals(
                      0,
                      new ProcessBuilder("kill", "-QUIT", String.valueOf(server.processId()))
                          .start()
                          .waitFor()));
      assertFailed(exitCode, "morre", "the connection must stay open, it was lost");
    }
  }

  @Test
  void tellsOfTheTimeLimitsOfTheUser() throws Exception {
    String database = TestServer.database("CREATE TABLE t (id int PRIMARY KEY)");
    ScramRoles.execute("CREATE ROLE apressada LOGIN");
    ScramRoles.execute("ALTER ROLE apressada SET statement_timeout = '2s'");
    assertFailed(
        whileHeld(TestServer.get(), database, "apressada", (statement, waiting) -> {}),
        database,
        "the statement must end in time, the server cancelled it; raise statement_timeout");
    ScramRoles.execute("ALTER ROLE apressada RESET statement_timeout");
    ScramRoles.execute("ALTER ROLE apressada SET lock_timeout = '1s'");
    assertFailed(
        whileHeld(TestServer.get(), database, "apressada", (statement, waiting) -> {}),
        database,
        "the catalogue must be free to read, another session has locked a part of it");
  }

  @Test
  void takesATimeLimitFromTheConnection() throws Exception {
    String database = TestServer.database("CREATE TABLE t (id int PRIMARY KEY)");
    ScramRoles.execute("CREATE ROLE impaciente LOGIN");
    ScramRoles.execute("ALTER ROLE impaciente SET statement_timeout = '1ms'");
    String url = url(TestServer.get(), database, "impaciente");
    assertEquals(0, introspect(url + "?options=-c%20statement_timeout%3D10min"), said::toString);
  }

  @Test
  void endsItsLogWhenTheProgramIsStopped() throws Exception {
    String database = TestServer.database("CREATE TABLE t (id int PRIMARY KEY)");
    Path output = runs.resolveSibling(runs.getFileName() + ".txt");
    try (Connection holder = TestServer.get().connect(database);
        Statement statement = holder.createStatement()) {
      hold(holder, statement);
      Process process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-cp",
                  System.getProperty("java.class.path"),
                  "io.datalchemy.cli.Datalchemy",
                  "introspect",
                  url(TestServer.get(), database, "postgres"),
                  "--run-dir",
                  runs.toString())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      waitingSession(statement);
      process.destroy();
      assertEquals(143, process.waitFor());
      holder.rollback();
    }
    Files.delete(output);
    assertEquals(List.of("config.json", "logs.ndjson"), files(theRun()));
    assertEquals("the program was stopped before the run was done", end().get("reason").asText());
  }

  /** What happens to the session that waits, known by its process id. */
  private interface Blow {
    void fall(Statement statement, long waiting) throws Exception;
  }

  private int whileHeld(DatabaseServer server, String database, String user, Blow blow)
      throws Exception {
    try (Connection holder = server.connect(database);
        Statement statement = holder.createStatement()) {
      hold(holder, statement);
      CompletableFuture<Integer> introspection =
          CompletableFuture.supplyAsync(() -> introspect(url(server, database, user)));
      blow.fall(statement, waitingSession(statement));
      return ended(introspection);
    }
  }

  private static int ended(CompletableFuture<Integer> introspection) throws InterruptedException {
    try {
      return introspection.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void hold(Connection holder, Statement statement) throws SQLException {
    holder.setAutoCommit(false);
    statement.execute("LOCK TABLE " + LOCKED + " IN ACCESS EXCLUSIVE MODE");
  }

  /** The process id of the session that waits for the lock, once there is one. */
  private static long waitingSession(Statement statement) throws SQLException {
    String query =
        "SELECT min(pid) FROM pg_locks WHERE NOT granted AND relation = '" + LOCKED + "'::regclass";
    while (true) {
      try (ResultSet result = statement.executeQuery(query)) {
        result.next();
        long pid = result.getLong(1);
        if (!result.wasNull()) {
          return pid;
        }
      }
    }
  }

  private int introspect(String url) {
    PrintWriter writer = new PrintWriter(said);
    return Datalchemy.run(writer, writer, "introspect", url, "--run-dir", runs.toString());
  }

  private static String url(DatabaseServer server, String database, String user) {
    return "postgres://" + user + "@localhost:" + server.settings(database).port() + "/" + database;
  }

  private void assertFailed(int exitCode, String database, String expected) throws IOException {
    assertEquals(4, exitCode, said::toString);
    assertEquals(1, said.toString().lines().count(), said::toString);
    assertTrue(said.toString().startsWith("error: database " + database + " at localhost:"));
    assertTrue(said.toString().contains("(reading the catalogue): " + expected), said::toString);
    assertEquals(List.of("config.json", "logs.ndjson"), files(theRun()));
    assertEquals("failed", end().get("status").asText());
    assertEquals(said.toString().strip(), "error: " + end().get("reason").asText());
    said.getBuffer().setLength(0);
    for (String file : files(theRun())) {
      Files.delete(theRun().resolve(file));
    }
    Files.delete(theRun());
  }

  private Path theRun() throws IOException {
    return runs.resolve(files(runs).get(0));
  }

  private JsonNode end() throws IOException {
    List<String> lines = Files.readAllLines(theRun().resolve("logs.ndjson"));
    JsonNode end = Json.mapper().readTree(lines.get(lines.size() - 1));
    assertEquals("run_finished", end.get("event").asText());
    return end;
  }

  private static List<String> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
