package io.datalchemy.pipeline.capture;

import io.datalchemy.beam.keys.KeyBlockBuilder;
import io.datalchemy.connect.ConnectionSettings;
import io.datalchemy.run.RunId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One state of a database, which several connections read: its transaction is read-only, and what
 * others write meanwhile is not seen.
 *
 * <p>Readers find the snapshot by its name within this JVM, so that no password becomes part of a
 * pipeline.
 */
final class KeySnapshot implements AutoCloseable {
  private static final Map<String, KeySnapshot> OPEN = new ConcurrentHashMap<>();

  private final String name = RunId.fresh();
  private final ConnectionSettings settings;
  private final Connection connection;
  private final String exported;

  private KeySnapshot(ConnectionSettings settings) throws SQLException {
    this.settings = settings;
    this.connection = settings.open();
    try {
      begin(connection);
      configure(connection);
      this.exported = text("SELECT pg_export_snapshot()");
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  static KeySnapshot open(ConnectionSettings settings) throws SQLException {
    KeySnapshot snapshot = new KeySnapshot(settings);
    OPEN.put(snapshot.name, snapshot);
    return snapshot;
  }

  /** A further connection to the snapshot of that name. */
  static Connection connect(String name) throws SQLException {
    KeySnapshot snapshot = OPEN.get(name);
    if (snapshot == null) {
      throw new IllegalStateException("snapshot: must be open in this JVM, is not");
    }
    Connection reader = snapshot.settings.open();
    try {
      begin(reader);
      execute(reader, "SET TRANSACTION SNAPSHOT '" + snapshot.exported + "'");
      configure(reader);
      return reader;
    } catch (SQLException e) {
      reader.close();
      throw e;
    }
  }

  String name() {
    return name;
  }

  /** How many rows of the table have a key, and how many have none. */
  long[] count(KeyQuery query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query.count())) {
      result.next();
      return new long[] {result.getLong(1), result.getLong(2) - result.getLong(1)};
    }
  }

  /** The rows of a table in so many partitions at most, each of whole blocks but the last. */
  List<KeyPartition> partitions(KeyQuery query, long rows, int count) throws SQLException {
    if (rows == 0) {
      return List.of();
    }
    if (query.keys().uniqueKey().isEmpty()) {
      return List.of(new KeyPartition(0, rows, List.of()));
    }
    long blocks = (rows + KeyBlockBuilder.ROWS - 1) / KeyBlockBuilder.ROWS;
    long step = (blocks + count - 1) / count * KeyBlockBuilder.ROWS;
    List<KeyPartition> partitions = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(query.boundaries())) {
      statement.setLong(1, step);
      try (ResultSet result = statement.executeQuery()) {
        for (long first = 0; result.next(); first += step) {
          partitions.add(new KeyPartition(first, Math.min(step, rows - first), texts(result)));
        }
      }
    }
    return partitions;
  }

  private static List<String> texts(ResultSet row) throws SQLException {
    List<String> texts = new ArrayList<>();
    for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
      texts.add(row.getString(i));
    }
    return texts;
  }

  @Override
  public void close() throws SQLException {
    OPEN.remove(name);
    connection.close();
  }

  private static void begin(Connection connection) throws SQLException {
    connection.setReadOnly(true);
    connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    connection.setAutoCommit(false);
  }

  private static void configure(Connection connection) throws SQLException {
    try (InputStream in = KeySnapshot.class.getResourceAsStream("session.sql")) {
      execute(connection, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private String text(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      result.next();
      return result.getString(1);
    }
  }
}
