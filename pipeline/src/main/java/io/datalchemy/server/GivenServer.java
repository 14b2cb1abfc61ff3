package io.datalchemy.server;

import io.datalchemy.connect.ConnectionSettings;
import java.sql.Connection;
import java.util.Objects;

/** A server that somebody named. */
public record GivenServer(ConnectionSettings settings) implements DatabaseServer {
  public GivenServer {
    Objects.requireNonNull(settings, "settings");
  }

  @Override
  public ConnectionSettings settings(String database) {
    return settings.withDatabase(database);
  }

  @Override
  public Connection connect() {
    return settings.open();
  }

  @Override
  public Connection connect(String database) {
    return settings(database).open();
  }
}
