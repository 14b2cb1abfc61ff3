package io.datalchemy.postgres;

import io.datalchemy.connect.ConnectionSettings;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.opentest4j.TestAbortedException;

/**
 * The PostgreSQL of all integration tests of a process: the newest embedded one, or what the
 * property {@code test.postgres} names. It starts at first use and ends with the process; where it
 * cannot be had, the tests that ask for it are skipped, with the reason.
 */
public final class TestPostgres {
  private static final ServerChoice CHOICE =
      ServerChoice.parse(System.getProperty("test.postgres", ""));

  private final ConnectionSettings superuser;
  private final int majorVersion;

  private TestPostgres(ConnectionSettings superuser, int majorVersion) {
    this.superuser = superuser;
    this.majorVersion = majorVersion;
  }

  /** The server, or why there is none; made once, by whoever asks first. */
  private record Attempt(Optional<TestPostgres> server, String reason) {
    static final Attempt ONLY = make();

    private static Attempt make() {
      try {
        return new Attempt(Optional.of(start()), "");
      } catch (TestAbortedException e) {
        System.out.println("integration tests skipped: " + e.getMessage());
        return new Attempt(Optional.empty(), e.getMessage());
      }
    }
  }

  /** The server of this process. */
  public static TestPostgres get() {
    return Attempt.ONLY.server.orElseThrow(() -> new TestAbortedException(Attempt.ONLY.reason));
  }

  /** Whether tests run on the newest embedded server, as they do when nothing else is asked for. */
  public static boolean isNewestEmbedded() {
    return CHOICE instanceof ServerChoice.Newest;
  }

  /** How to connect to a database of the server as its superuser. */
  public ConnectionSettings superuser(String database) {
    return superuser.withDatabase(database);
  }

  /** How to connect to a database as a role without password. */
  public ConnectionSettings user(String name, String database) {
    return ConnectionSettings.postgres(superuser.host(), superuser.port(), database, name, "");
  }

  /** The first part of the server's version, such as 12. */
  public int majorVersion() {
    return majorVersion;
  }

  /** An empty database of that name, in place of any older one. */
  public ConnectionSettings database(String name) {
    ConnectionSettings maintenance = superuser("postgres");
    execute(maintenance, "DROP DATABASE IF EXISTS " + quoted(name) + dropOptions());
    execute(maintenance, "CREATE DATABASE " + quoted(name) + " TEMPLATE template0 ENCODING 'UTF8'");
    return superuser(name);
  }

  /** Runs a script on a database, as far as its server is new enough for it. */
  public static void execute(ConnectionSettings settings, String script) {
    try (Connection connection = settings.open();
        Statement statement = connection.createStatement()) {
      int version = connection.getMetaData().getDatabaseMajorVersion();
      statement.execute(VersionedScript.forVersion(script, version));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private String dropOptions() {
    return majorVersion < 13 ? "" : " WITH (FORCE)";
  }

  private static TestPostgres start() {
    ConnectionSettings superuser = CHOICE.start();
    try (Connection connection = superuser.open();
        Statement statement = connection.createStatement();
        ResultSet version = statement.executeQuery("SHOW server_version")) {
      version.next();
      System.out.println(
          "integration tests run on PostgreSQL " + version.getString(1) + " (" + CHOICE + ")");
      return new TestPostgres(superuser, connection.getMetaData().getDatabaseMajorVersion());
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }
}
