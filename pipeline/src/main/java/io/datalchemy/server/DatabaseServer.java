package io.datalchemy.server;

import java.sql.Connection;
import java.sql.SQLException;

/** A PostgreSQL server on which databases can be made and connected to. */
public interface DatabaseServer {
  /** Connects to the database that one starts from. */
  Connection connect() throws SQLException;

  /** Connects to a database of the server by name. */
  Connection connect(String database) throws SQLException;
}
