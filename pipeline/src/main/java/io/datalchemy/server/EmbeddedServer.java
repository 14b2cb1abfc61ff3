package io.datalchemy.server;

import io.datalchemy.connect.ConnectionSettings;
import io.datalchemy.problem.UnavailableException;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;

/**
 * A PostgreSQL of our own on a free port of the loopback interface, for demo, verify and tests.
 *
 * <p>Its text is UTF-8 in PostgreSQL's built-in {@code C.UTF-8} locale, the same on every machine;
 * its time zone is UTC. It writes nothing to disk for safety, so it is fast and not for keeping
 * data that matters. It asks for no password: whoever may use this machine may connect.
 */
public final class EmbeddedServer implements DatabaseServer, AutoCloseable {
  private static final String USER = "postgres";
  private static final Duration STARTUP_LIMIT = Duration.ofSeconds(60);

  private final EmbeddedPostgres postgres;
  private final Path dataFolder;

  private EmbeddedServer(EmbeddedPostgres postgres, Path dataFolder) {
    this.postgres = postgres;
    this.dataFolder = dataFolder;
  }

  /**
   * Starts a server whose data goes when it is closed or the program ends.
   *
   * @throws UnavailableException if it does not start
   */
  public static EmbeddedServer start() {
    try {
      return start(Files.createTempDirectory("datalchemy-postgres-"), true);
    } catch (IOException e) {
      throw unavailable(e);
    }
  }

  /**
   * Starts a server whose data stays, and which goes on running until somebody stops it.
   *
   * @param dataFolder a folder that is empty or not there
   * @throws UnavailableException if it does not start
   */
  public static EmbeddedServer startKept(Path dataFolder) {
    try {
      return start(Files.createDirectories(dataFolder).toAbsolutePath(), false);
    } catch (IOException e) {
      throw unavailable(e);
    }
  }

  private static EmbeddedServer start(Path dataFolder, boolean temporary) throws IOException {
    Path binaries =
        Path.of(
            System.getProperty("java.io.tmpdir"),
            "datalchemy-postgres-binaries-" + System.getProperty("user.name"));
    EmbeddedPostgres.Builder builder =
        EmbeddedPostgres.builder()
            .setOverrideWorkingDirectory(binaries.toFile())
            .setDataDirectory(dataFolder)
            .setCleanDataDirectory(temporary)
            .setRegisterShutdownHook(temporary)
            .setPGStartupWait(STARTUP_LIMIT)
            .setLocaleConfig("locale-provider", "builtin")
            .setLocaleConfig("builtin-locale", "C.UTF-8")
            .setLocaleConfig("locale", "C")
            .setServerConfig("timezone", "UTC")
            .setServerConfig("autovacuum", "off")
            .setServerConfig("full_page_writes", "off")
            .setServerConfig("synchronous_commit", "off")
            .setServerConfig("wal_level", "minimal")
            .setServerConfig("max_wal_senders", "0")
            .setServerConfig("max_wal_size", "4GB")
            .setServerConfig("maintenance_work_mem", "256MB");
    return new EmbeddedServer(builder.start(), dataFolder);
  }

  /** The port on the loopback interface. */
  public int port() {
    return postgres.getPort();
  }

  /** The folder of the server's data. */
  public Path dataFolder() {
    return dataFolder;
  }

  /** How to connect to one of its databases as its owner; it needs no password. */
  @Override
  public ConnectionSettings settings(String database) {
    return ConnectionSettings.postgres("localhost", port(), database, USER, "");
  }

  @Override
  public Connection connect() {
    return connect("postgres");
  }

  /** Connects to one of its databases as its owner. */
  @Override
  public Connection connect(String database) {
    return settings(database).open();
  }

  /** The connection string of one of its databases, for other programs. */
  public String connectionString(String database) {
    return "postgresql://" + USER + "@localhost:" + port() + "/" + database;
  }

  /** The id of the server's process, by which it can be stopped. */
  public long processId() {
    Path file = dataFolder.resolve("postmaster.pid");
    try {
      return Long.parseLong(Files.readAllLines(file).get(0).strip());
    } catch (IOException e) {
      throw new UnavailableException(file + ": cannot be read; the server has stopped", e);
    }
  }

  /** Stops the server; its data goes unless it was started to be kept. */
  @Override
  public void close() {
    try {
      postgres.close();
    } catch (IOException e) {
      throw new UnavailableException("embedded PostgreSQL: did not stop; data in " + dataFolder, e);
    }
  }

  private static UnavailableException unavailable(IOException cause) {
    return new UnavailableException(
        "embedded PostgreSQL: did not start; name a server of your own with --conn", cause);
  }
}
