package io.datalchemy.connect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.datalchemy.problem.UnavailableException;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ConnectionFailureIT {
  private static final String PASSWORD = "p@ss:w/or%d#1?x 'y'";

  private static EmbeddedPostgres server;

  @BeforeAll
  static void startsAServerThatAsksForPasswords() throws IOException, SQLException {
    server = EmbeddedPostgres.builder().start();
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE ROLE ana LOGIN PASSWORD '" + PASSWORD.replace("'", "''") + "'");
      statement.execute("CREATE ROLE bia LOGIN");
      Path rules = Path.of(single(statement, "SHOW hba_file"));
      String own = "host all ana all scram-sha-256\nhost all bia all reject\n";
      String others = Files.readString(rules, StandardCharsets.UTF_8);
      Files.writeString(rules, own + others, StandardCharsets.UTF_8);
      statement.execute("SELECT pg_reload_conf()");
    }
  }

  @AfterAll
  static void stops() throws IOException {
    server.close();
  }

  @Test
  void opensWithThePassword() throws SQLException {
    String encoded = PercentCoding.encode(PASSWORD);
    String text = "postgres://ana:" + encoded + "@localhost:" + server.getPort() + "/postgres";
    try (Connection connection = ConnectionSettings.parse(text).open();
        Statement statement = connection.createStatement()) {
      assertEquals("ana", single(statement, "SELECT current_user"));
      assertEquals("datalchemy", single(statement, "SHOW application_name"));
    }
  }

  @Test
  void tellsOfAWrongPassword() {
    assertFails(
        settings("ana", "errada-" + PASSWORD, "postgres"),
        "user ana must be known by password, the server refused it; check user and password");
  }

  @Test
  void tellsOfAMissingPassword() {
    ConnectionSettings settings = settings("ana", "", "postgres");
    String message = failure(settings);
    assertTrue(message.contains("must be usable, the server or its driver said: "), message);
    assertTrue(message.contains("[SQLSTATE 08004]"), message);
  }

  @Test
  void tellsOfAnUnknownDatabase() {
    assertFails(
        settings("ana", PASSWORD, "nenhuma"),
        "the database must exist, it does not; check its name or create it first");
  }

  @Test
  void tellsOfAUserThatIsKeptOut() {
    String message = failure(settings("bia", "segredo-da-bia", "postgres"));
    assertTrue(message.contains("user bia must be let in, the server refused: "), message);
    assertFalse(message.contains("segredo-da-bia"), message);
  }

  @Test
  void tellsOfAServerThatIsNotThere() throws IOException {
    int free;
    try (ServerSocket socket = new ServerSocket(0)) {
      free = socket.getLocalPort();
    }
    assertFails(
        ConnectionSettings.postgres("localhost", free, "d", "ana", PASSWORD),
        "the server must be reachable, nothing answers there; start it, or check host and port");
  }

  @Test
  void tellsOfAnUnknownHost() {
    assertFails(
        ConnectionSettings.postgres("nenhum.invalid", 5432, "d", "ana", PASSWORD),
        "the host must be known, its name does not resolve; check the host name");
  }

  @Test
  void tellsOfAServerThatDoesNotAnswer() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String text =
          "host=127.0.0.1 port="
              + silent.getLocalPort()
              + " user=ana dbname=d password=segredo loginTimeout=1";
      String message = failure(ConnectionSettings.parse(text));
      assertTrue(message.contains("the server must answer in time, it did not"), message);
    }
  }

  @Test
  void tellsOfARightThatIsMissing() {
    assertStatementFails("CREATE ROLE caio", "user ana must have the right, the server refused: ");
  }

  @Test
  void tellsOfAStatementThatTakesTooLong() {
    assertStatementFails(
        "SET statement_timeout = 20; SELECT pg_sleep(30)",
        "the statement must end in time, the server cancelled it; raise statement_timeout");
  }

  @Test
  void tellsOfAConnectionThatIsLost() {
    assertStatementFails(
        "SELECT pg_terminate_backend(pg_backend_pid())",
        "the connection must stay open, it was lost; check that the server is up");
  }

  private static void assertStatementFails(String sql, String expected) {
    ConnectionSettings settings = settings("ana", PASSWORD, "postgres");
    SQLException failure =
        assertThrows(
            SQLException.class,
            () -> {
              try (Connection connection = settings.open();
                  Statement statement = connection.createStatement()) {
                statement.execute(sql);
              }
            });
    String message = settings.unavailable(failure, "testing").getMessage();
    assertTrue(
        message.startsWith(
            "database postgres at localhost:" + server.getPort() + " (testing): " + expected),
        message);
  }

  private static void assertFails(ConnectionSettings settings, String expected) {
    assertEquals(
        "database "
            + settings.database()
            + " at "
            + settings.host()
            + ":"
            + settings.port()
            + " (connecting): "
            + expected,
        failure(settings));
  }

  private static String failure(ConnectionSettings settings) {
    UnavailableException failure = assertThrows(UnavailableException.class, settings::open);
    assertEquals(null, failure.getCause());
    assertFalse(failure.getMessage().contains(PASSWORD), failure.getMessage());
    return failure.getMessage();
  }

  private static ConnectionSettings settings(String user, String password, String database) {
    return ConnectionSettings.postgres("localhost", server.getPort(), database, user, password);
  }

  private static String single(Statement statement, String sql) throws SQLException {
    try (ResultSet result = statement.executeQuery(sql)) {
      result.next();
      return result.getString(1);
    }
  }
}
