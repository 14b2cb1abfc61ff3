package io.datalchemy.pipeline.capture;

import io.datalchemy.ddl.SqlText;
import io.datalchemy.existing.ExistingColumn;
import io.datalchemy.existing.KeyColumns;
import io.datalchemy.schema.DatabaseSchema;
import io.datalchemy.schema.Table;
import io.datalchemy.schema.TableKind;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The statements that read the keys of one table; they name its key columns and no others. */
final class KeyQuery {
  /** What the table is called in every statement. */
  static final String ROWS = "kept";

  private final KeyColumns keys;
  private final List<KeyExpression> columns;
  private final List<KeyExpression> order;
  private final String rows;

  KeyQuery(KeyColumns keys, DatabaseSchema schema) {
    Table table = schema.table(keys.table()).orElseThrow();
    this.keys = keys;
    this.columns = expressions(keys.columns(), table, schema);
    this.order = expressions(keys.order(), table, schema);
    // A foreign key sees a table's own rows, not those of tables that inherit from it.
    this.rows =
        (table.kind() == TableKind.TABLE ? "ONLY " : "")
            + SqlText.qualified(keys.table())
            + " AS "
            + ROWS;
  }

  private static List<KeyExpression> expressions(
      List<String> names, Table table, DatabaseSchema schema) {
    return names.stream()
        .map(name -> KeyExpression.of(table.column(name).orElseThrow(), schema))
        .toList();
  }

  KeyColumns keys() {
    return keys;
  }

  /** The columns as they are kept. */
  List<ExistingColumn> columns() {
    return columns.stream().map(c -> new ExistingColumn(c.column().name(), c.type())).toList();
  }

  /** How many rows have a key, and how many there are. */
  String count() {
    String present = keys.neverNull().isEmpty() ? "true" : present();
    return "SELECT count(*) FILTER (WHERE " + present + "), count(*) FROM " + rows;
  }

  /** The keys at which every so many rows begin, in order; one parameter, the step. */
  String boundaries() {
    return "SELECT "
        + listed(order, KeyExpression::bound)
        + " FROM (SELECT "
        + listed(order, KeyExpression::name)
        + ", row_number() OVER (ORDER BY "
        + listed(order, KeyExpression::order)
        + ") - 1 AS datalchemy_row FROM "
        + rows
        + where()
        + ") AS "
        + ROWS
        + " WHERE datalchemy_row % ? = 0 ORDER BY datalchemy_row";
  }

  /**
   * Rows in key order; parameters are the number of the first row, its key if the key is unique,
   * and how many rows.
   *
   * <p>The line break keeps JdbcIO from taking the statement apart: of one that it understands it
   * prints the schema's name on standard output, which is for results.
   */
  String range() {
    String from =
        " AND ("
            + listed(order, KeyExpression::order)
            + ") >= ("
            + listed(order, KeyExpression::parameter)
            + ")";
    return "SELECT ?::bigint,\n "
        + listed(columns, KeyExpression::value)
        + " FROM "
        + rows
        + where()
        + (keys.uniqueKey().isPresent() ? (where().isEmpty() ? " WHERE true" : "") + from : "")
        + " ORDER BY "
        + listed(order, KeyExpression::order)
        + " LIMIT ?";
  }

  private String where() {
    return keys.neverNull().isEmpty() ? "" : " WHERE " + present();
  }

  private String present() {
    return keys.neverNull().stream()
        .map(name -> ROWS + "." + SqlText.identifier(name) + " IS NOT NULL")
        .collect(Collectors.joining(" AND "));
  }

  private static String listed(
      List<KeyExpression> expressions, Function<KeyExpression, String> part) {
    return expressions.stream().map(part).collect(Collectors.joining(", "));
  }
}
