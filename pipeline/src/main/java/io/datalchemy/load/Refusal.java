package io.datalchemy.load;

import io.datalchemy.schema.TableId;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * What may be told of a server's error: its code and the names of things, never a value.
 *
 * <p>The server's own message, its detail and its context quote rows, so none of them is kept.
 *
 * @param line the line of a COPY's input, counted from 1 over all its files without headers
 */
record Refusal(
    String sqlState,
    Optional<TableId> table,
    Optional<String> constraint,
    Optional<String> column,
    Optional<String> dataType,
    OptionalLong line) {
  private static final Pattern COPY_LINE = Pattern.compile("COPY .*?, \\D*(\\d+)");
  private static final Pattern COPY_COLUMN = Pattern.compile(", column ([^:,]+)[:,]");

  private static final Map<String, String> CONDITIONS =
      Map.ofEntries(
          Map.entry("22001", "text too long"),
          Map.entry("22003", "number out of range"),
          Map.entry("22007", "not a date or time"),
          Map.entry("22008", "date or time out of range"),
          Map.entry("22021", "not valid in the encoding"),
          Map.entry("22P02", "not a value of the type"),
          Map.entry("22P03", "not a value of the type"),
          Map.entry("22P04", "wrong number of columns"),
          Map.entry("23502", "NULL where none is allowed"),
          Map.entry("23503", "no such parent"),
          Map.entry("23505", "not unique"),
          Map.entry("23514", "check failed"),
          Map.entry("23P01", "overlaps another row"),
          Map.entry("42501", "not permitted"),
          Map.entry("42704", "no such type or object"),
          Map.entry("42883", "no such function or operator"),
          Map.entry("42P01", "no such table"),
          Map.entry("54000", "row too large for the index"),
          Map.entry("57014", "taking too long"));

  Refusal {
    Objects.requireNonNull(sqlState, "sqlState");
    Objects.requireNonNull(table, "table");
    Objects.requireNonNull(constraint, "constraint");
    Objects.requireNonNull(column, "column");
    Objects.requireNonNull(dataType, "dataType");
    Objects.requireNonNull(line, "line");
  }

  static Refusal of(SQLException e) {
    String state = Objects.requireNonNullElse(e.getSQLState(), "?????");
    ServerErrorMessage server =
        e instanceof PSQLException refused ? refused.getServerErrorMessage() : null;
    if (server == null) {
      return new Refusal(
          state,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          OptionalLong.empty());
    }
    String where = Objects.requireNonNullElse(server.getWhere(), "");
    return new Refusal(
        state,
        Optional.ofNullable(server.getTable())
            .map(table -> new TableId(Objects.requireNonNullElse(server.getSchema(), ""), table)),
        Optional.ofNullable(server.getConstraint()),
        Optional.ofNullable(server.getColumn()).or(() -> copyColumn(where)),
        Optional.ofNullable(server.getDatatype()),
        copyLine(where));
  }

  /** Whether the rows are to blame, not the statement or the server. */
  boolean isAboutRows() {
    return sqlState.startsWith("22") || sqlState.startsWith("23") || sqlState.startsWith("54");
  }

  /** What the code means, and the code. */
  String words() {
    String condition = CONDITIONS.get(sqlState);
    return condition == null ? "SQLSTATE " + sqlState : condition + " (SQLSTATE " + sqlState + ")";
  }

  private static OptionalLong copyLine(String where) {
    Matcher matcher = COPY_LINE.matcher(where);
    return matcher.find()
        ? OptionalLong.of(Long.parseLong(matcher.group(1)))
        : OptionalLong.empty();
  }

  private static Optional<String> copyColumn(String where) {
    Matcher matcher = COPY_COLUMN.matcher(where);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }
}
