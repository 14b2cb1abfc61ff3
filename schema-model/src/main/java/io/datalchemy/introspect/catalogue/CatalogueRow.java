package io.datalchemy.introspect.catalogue;

import io.datalchemy.schema.TableId;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The current row of a catalogue query, by column name and without nulls. */
public final class CatalogueRow {
  private final ResultSet row;

  CatalogueRow(ResultSet row) {
    this.row = row;
  }

  /** A text that is there. */
  public String text(String column) throws SQLException {
    String value = row.getString(column);
    if (value == null) {
      throw new SQLException("catalogue column " + column + " is null");
    }
    return value;
  }

  /** A text that may be null. */
  public Optional<String> optional(String column) throws SQLException {
    return Optional.ofNullable(row.getString(column));
  }

  /** An integer, 0 for null. */
  public int integer(String column) throws SQLException {
    return row.getInt(column);
  }

  long number(String column) throws SQLException {
    return row.getLong(column);
  }

  Optional<Long> optionalNumber(String column) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? Optional.empty() : Optional.of(value);
  }

  /** A boolean, false for null. */
  public boolean flag(String column) throws SQLException {
    return row.getBoolean(column);
  }

  /** The one character of a {@code "char"} column; a space where it is empty or null. */
  char code(String column) throws SQLException {
    String value = row.getString(column);
    return value == null || value.isEmpty() ? ' ' : value.charAt(0);
  }

  /** The elements of a text array, none if it is null. */
  List<String> texts(String column) throws SQLException {
    return optionalTexts(column).stream().map(Optional::orElseThrow).toList();
  }

  /** The elements of a text array that may hold nulls, none if it is null itself. */
  List<Optional<String>> optionalTexts(String column) throws SQLException {
    Array array = row.getArray(column);
    List<Optional<String>> elements = new ArrayList<>();
    if (array != null) {
      for (Object element : (Object[]) array.getArray()) {
        elements.add(Optional.ofNullable(element).map(Object::toString));
      }
    }
    return elements;
  }

  TableId table() throws SQLException {
    return new TableId(text("schema"), text("table_name"));
  }
}
