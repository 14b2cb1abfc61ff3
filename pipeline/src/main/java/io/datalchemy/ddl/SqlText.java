package io.datalchemy.ddl;

import io.datalchemy.schema.TableId;
import java.util.List;
import java.util.stream.Collectors;

/** Names and texts as they stand in an SQL statement, whatever they hold. */
public final class SqlText {
  private SqlText() {}

  /** A name in double quotes, its own doubled. */
  public static String identifier(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  /** A name within a schema. */
  public static String qualified(String schema, String name) {
    return identifier(schema) + "." + identifier(name);
  }

  /** A table's name. */
  public static String qualified(TableId table) {
    return qualified(table.schema(), table.table());
  }

  /** Names between commas. */
  public static String columns(List<String> names) {
    return names.stream().map(SqlText::identifier).collect(Collectors.joining(", "));
  }

  /** A text in single quotes, for a server with standard-conforming strings. */
  public static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
