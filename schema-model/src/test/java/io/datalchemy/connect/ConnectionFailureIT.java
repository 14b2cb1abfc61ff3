package io.datalchemy.connect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.datalchemy.problem.UnavailableException;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
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
      statement.execute("CREATE ROLE caio LOGIN PASSWORD 'segredo-do-caio'");
      Path rules = Path.of(single(statement, "SHOW hba_file"));
      String own =
          """
          host all ana all scram-sha-256
          host all bia all reject
          hostssl all caio all scram-sha-256
          host all caio all reject
          """;
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
    assertTrue(message.contains("must be agreed on, the driver gave up: "), message);
    assertTrue(
        message.endsWith("; give the password in the connection, in PGPASSWORD or in ~/.pgpass"),
        message);
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
  void tellsOfAServerThatWantsTls() {
    String message = failure(settings("caio", "segredo-do-caio", "postgres"));
    assertTrue(message.contains("user caio must be let in, the server refused: "), message);
    assertTrue(message.endsWith("and whether it wants TLS (sslmode=require)"), message);
    assertFalse(message.contains("segredo-do-caio"), message);
  }

  @Test
  void tellsOfAServerThatOffersNoTls() {
    String text =
        "host=localhost port=%d user=ana dbname=postgres password=segredo sslmode=require"
            .formatted(server.getPort());
    String message = failure(ConnectionSettings.parse(text));
    assertTrue(message.endsWith("; check sslmode, and that the server offers TLS"), message);
  }

  @Test
  void tellsOfAServerThatHasNoConnectionLeft() throws SQLException {
    execute("ALTER ROLE ana CONNECTION LIMIT 0");
    try {
      String message = failure(settings("ana", PASSWORD, "postgres"));
      assertTrue(
          message.contains("the server must have a free connection for user ana, it has none: "),
          message);
    } finally {
      execute("ALTER ROLE ana CONNECTION LIMIT -1");
    }
  }

  @Test
  void tellsOfADatabaseThatTakesNoConnections() throws SQLException {
    execute("CREATE DATABASE fechada ALLOW_CONNECTIONS false");
    String message = failure(settings("ana", PASSWORD, "fechada"));
    assertTrue(message.contains("the database must take connections, it does not: "), message);
  }

  @Test
  void tellsOfADatabaseThatTheUserMayNotConnectTo() throws SQLException {
    execute("CREATE DATABASE alheia");
    execute("REVOKE CONNECT ON DATABASE alheia FROM PUBLIC");
    String message = failure(settings("ana", PASSWORD, "alheia"));
    assertTrue(message.contains("user ana must have the right, the server refused: "), message);
    assertTrue(
        message.endsWith(
            "; GRANT it (connecting needs CONNECT on the database), or use another user"),
        message);
  }

  /** A server that is starting says so before it asks who comes: message E, severity and state. */
  @Test
  void tellsOfAServerThatIsStarting() throws IOException, InterruptedException {
    byte[] fields =
        "SFATAL\0VFATAL\0C57P03\0Mthe database system is starting up\0\0"
            .getBytes(StandardCharsets.UTF_8);
    Thread answers;
    String message;
    try (ServerSocket starting = new ServerSocket(0, 4, InetAddress.getLoopbackAddress())) {
      answers = new Thread(() -> answerAll(starting, fields));
      answers.start();
      String text =
          "host=127.0.0.1 port=%d user=ana dbname=d password=segredo sslmode=disable"
              .formatted(starting.getLocalPort());
      message = failure(ConnectionSettings.parse(text));
    }
    answers.join();
    assertTrue(
        message.endsWith(": the server must be up, it is starting or stopping; try again later"),
        message);
  }

  private static void answerAll(ServerSocket server, byte[] fields) {
    while (!server.isClosed()) {
      try (Socket client = server.accept();
          DataInputStream in = new DataInputStream(client.getInputStream());
          DataOutputStream out = new DataOutputStream(client.getOutputStream())) {
        in.readFully(new byte[in.readInt() - Integer.BYTES]);
        out.writeByte('E');
        out.writeInt(Integer.BYTES + fields.length);
        out.write(fields);
      } catch (IOException e) {
        // Closed by the test, or by a client that has read enough.
      }
    }
  }

  private static void execute(String sql) throws SQLException {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
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
    assertStatementFails("CREATE ROLE davi", "user ana must have the right, the server refused: ");
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
