package io.datalchemy.resolution.condition;

import io.datalchemy.schema.Partitioning;
import io.datalchemy.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The columns that a table is partitioned by, and partition bounds as conditions on them. */
record PartitionKey(List<KeyColumn> columns) {
  private static final Pattern KEY = Pattern.compile("(?:RANGE|LIST) \\((.*)\\)", Pattern.DOTALL);
  private static final Pattern COLUMN =
      Pattern.compile("(\"(?:[^\"]|\"\")+\"|[a-z_][a-z0-9_$]*)\\s*(?:,\\s*|$)");
  private static final Pattern RANGE =
      Pattern.compile("FOR VALUES FROM \\((.*)\\) TO \\((.*)\\)", Pattern.DOTALL);
  private static final Pattern LIST = Pattern.compile("FOR VALUES IN \\((.*)\\)", Pattern.DOTALL);
  private static final Pattern VALUE = Pattern.compile("('(?:[^']|'')*'|[^,']+?)\\s*(?:,\\s*|$)");

  /** A column, quoted, and its type. */
  record KeyColumn(String sql, String type) {
    String value(String literal) {
      return literal + "::" + type;
    }
  }

  /** The key, if it consists of plain columns. */
  static Optional<PartitionKey> of(Table table, Partitioning partitioning) {
    Matcher key = KEY.matcher(partitioning.key());
    if (!key.matches()) {
      return Optional.empty();
    }
    List<KeyColumn> columns = new ArrayList<>();
    Matcher next = COLUMN.matcher(key.group(1));
    int end = 0;
    while (next.find() && next.start() == end && next.end() > end) {
      String name = unquoted(next.group(1));
      table
          .column(name)
          .ifPresent(
              column -> columns.add(new KeyColumn(quoted(name), column.columnType().dataType())));
      end = next.end();
    }
    return end == key.group(1).length()
        ? Optional.of(new PartitionKey(List.copyOf(columns)))
        : Optional.empty();
  }

  /** The bound of a partition as a condition in SQL. */
  String condition(String bound) {
    Matcher range = RANGE.matcher(bound);
    if (range.matches()) {
      List<String> all = new ArrayList<>();
      columns.forEach(column -> all.add(column.sql() + " IS NOT NULL"));
      beyond(values(range.group(1)), ">", 0).ifPresent(all::add);
      beyond(values(range.group(2)), "<", 0).ifPresent(all::add);
      return "(" + String.join(" AND ", all) + ")";
    }
    Matcher list = LIST.matcher(bound);
    if (!list.matches()) {
      throw new IllegalArgumentException("partition bound " + bound + ": is not understood");
    }
    return listed(columns.get(0), values(list.group(1)));
  }

  /**
   * The rows from (or, with {@code <}, below) a bound: beyond in the first column, or equal there
   * and beyond in the rest. Empty if that is any row.
   */
  private Optional<String> beyond(List<String> bound, String operator, int at) {
    String limit = bound.get(at);
    if (limit.equals("MINVALUE") || limit.equals("MAXVALUE")) {
      return Optional.empty();
    }
    KeyColumn column = columns.get(at);
    String further = column.sql() + " " + operator + " " + column.value(limit);
    String same = column.sql() + " = " + column.value(limit);
    boolean isLower = operator.equals(">");
    if (at + 1 == bound.size()) {
      return Optional.of("(" + (isLower ? further.replace(" > ", " >= ") : further) + ")");
    }
    boolean isOpen = bound.get(at + 1).equals(isLower ? "MINVALUE" : "MAXVALUE");
    boolean isClosed = bound.get(at + 1).equals(isLower ? "MAXVALUE" : "MINVALUE");
    if (isOpen || isClosed) {
      return Optional.of("(" + further + (isOpen ? " OR " + same : "") + ")");
    }
    String rest = beyond(bound, operator, at + 1).orElseThrow();
    return Optional.of("((" + further + ") OR ((" + same + ") AND " + rest + "))");
  }

  private static String listed(KeyColumn column, List<String> values) {
    List<String> either = new ArrayList<>();
    List<String> plain = values.stream().filter(v -> !v.equals("NULL")).toList();
    if (!plain.isEmpty()) {
      List<String> typed = plain.stream().map(column::value).toList();
      either.add(
          "("
              + column.sql()
              + " IS NOT NULL AND "
              + column.sql()
              + " = ANY (ARRAY["
              + String.join(", ", typed)
              + "]))");
    }
    if (plain.size() < values.size()) {
      either.add("(" + column.sql() + " IS NULL)");
    }
    return "(" + String.join(" OR ", either) + ")";
  }

  private static List<String> values(String text) {
    List<String> values = new ArrayList<>();
    Matcher next = VALUE.matcher(text);
    while (next.find()) {
      values.add(next.group(1));
    }
    return values;
  }

  private static String unquoted(String name) {
    return name.startsWith("\"")
        ? name.substring(1, name.length() - 1).replace("\"\"", "\"")
        : name;
  }

  private static String quoted(String name) {
    return "\"" + name.replace("\"", "\"\"") + "\"";
  }
}
