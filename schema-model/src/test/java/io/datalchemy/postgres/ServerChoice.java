package io.datalchemy.postgres;

import io.datalchemy.connect.ConnectionSettings;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Where the server of a test process comes from. */
sealed interface ServerChoice {
  /**
   * Reads the property {@code test.postgres}: nothing for the newest embedded server, {@code
   * embedded:12} for an older one, {@code image:postgres:12} for a container, else a connection.
   */
  static ServerChoice parse(String text) {
    if (text.isEmpty()) {
      return new Newest();
    }
    if (text.startsWith("embedded:")) {
      return new Older(text.substring("embedded:".length()));
    }
    if (text.startsWith("image:")) {
      return new Image(text.substring("image:".length()));
    }
    return new Given(ConnectionSettings.parse(text));
  }

  /** The settings of its superuser, once it accepts connections; aborts if it cannot be had. */
  ConnectionSettings start();

  /** The embedded server on the class path. */
  record Newest() implements ServerChoice {
    @Override
    public ConnectionSettings start() {
      return started(EmbeddedPostgres.builder());
    }

    @Override
    public String toString() {
      return "embedded";
    }
  }

  /** An embedded server of another version, its binaries in a jar that the build has copied. */
  record Older(String version) implements ServerChoice {
    @Override
    public ConnectionSettings start() {
      return started(
          EmbeddedPostgres.builder().setPgBinaryResolver(ArchivedBinaries.ofVersion(version)));
    }

    @Override
    public String toString() {
      return "embedded";
    }
  }

  /** A container of that image. */
  record Image(String name) implements ServerChoice {
    @Override
    public ConnectionSettings start() {
      return ContainerServer.start(name);
    }

    @Override
    public String toString() {
      return "image " + name;
    }
  }

  /** A server that somebody named. */
  record Given(ConnectionSettings settings) implements ServerChoice {
    @Override
    public ConnectionSettings start() {
      return settings;
    }

    @Override
    public String toString() {
      return "given, " + settings;
    }
  }

  private static ConnectionSettings started(EmbeddedPostgres.Builder builder) {
    try {
      int port = builder.start().getPort();
      return ConnectionSettings.postgres("localhost", port, "postgres", "postgres", "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
