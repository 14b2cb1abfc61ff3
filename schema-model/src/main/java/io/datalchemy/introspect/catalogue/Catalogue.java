package io.datalchemy.introspect.catalogue;

import io.datalchemy.schema.TableId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Runs the catalogue queries, each a resource of its own, within one transaction. */
public final class Catalogue {
  private final Connection connection;

  /** The catalogue as a connection sees it. */
  public Catalogue(Connection connection) {
    this.connection = connection;
  }

  /** What one row becomes. */
  public interface RowReader<T> {
    /** Reads the current row. */
    T read(CatalogueRow row) throws SQLException;
  }

  /** All rows of a query without parameters. */
  public <T> List<T> all(String query, RowReader<T> reader) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql(query))) {
      return rows(statement, reader);
    }
  }

  /** All rows of a query over the schemas of those names. */
  public <T> List<T> of(List<String> schemas, String query, RowReader<T> reader)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql(query))) {
      statement.setArray(1, connection.createArrayOf("text", schemas.toArray(String[]::new)));
      return rows(statement, reader);
    }
  }

  /** The rows of a query over schemas, by the table that each belongs to. */
  <T> Map<TableId, List<T>> byTable(List<String> schemas, String query, RowReader<T> reader)
      throws SQLException {
    Map<TableId, List<T>> byTable = new TreeMap<>();
    of(
        schemas,
        query,
        row ->
            byTable.computeIfAbsent(row.table(), table -> new ArrayList<>()).add(reader.read(row)));
    return byTable;
  }

  private static <T> List<T> rows(PreparedStatement statement, RowReader<T> reader)
      throws SQLException {
    List<T> rows = new ArrayList<>();
    try (ResultSet result = statement.executeQuery()) {
      CatalogueRow row = new CatalogueRow(result);
      while (result.next()) {
        rows.add(reader.read(row));
      }
    }
    return rows;
  }

  private static String sql(String query) {
    String resource = "/io/datalchemy/introspect/postgres/" + query + ".sql";
    try (InputStream in = Catalogue.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("missing from the jar: " + resource);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
