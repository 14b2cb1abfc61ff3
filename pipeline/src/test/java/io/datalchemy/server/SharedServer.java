package io.datalchemy.server;

import io.datalchemy.connect.ConnectionSettings;
import java.sql.Connection;

/** The server that all tests of the process share: databases come and go, it stays. */
public record SharedServer(ConnectionSettings superuser) implements DatabaseServer {
  /** The port of its host. */
  public int port() {
    return superuser.port();
  }

  /** How to connect to one of its databases as its superuser. */
  @Override
  public ConnectionSettings settings(String database) {
    return superuser.withDatabase(database);
  }

  @Override
  public Connection connect() {
    return superuser.open();
  }

  @Override
  public Connection connect(String database) {
    return settings(database).open();
  }

  /** The connection string of one of its databases, of a server that asks for no password. */
  public String connectionString(String database) {
    return "postgresql://"
        + superuser.user()
        + "@"
        + superuser.host()
        + ":"
        + port()
        + "/"
        + database;
  }
}
