package io.datalchemy.connect;

import io.datalchemy.schema.Engine;

/** A connection as {@code config.json} tells of it: no password, no options. */
public record RedactedConnection(
    Engine engine, String user, String host, int port, String database) {
  /** The connection for people, {@code user@host:port/database}. */
  @Override
  public String toString() {
    return user + "@" + host + ":" + port + "/" + database;
  }
}
