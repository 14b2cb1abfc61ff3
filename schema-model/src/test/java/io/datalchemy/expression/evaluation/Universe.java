package io.datalchemy.expression.evaluation;

import com.fasterxml.jackson.core.type.TypeReference;
import io.datalchemy.json.Json;
import io.datalchemy.type.TypeFamily;
import io.datalchemy.type.ValueType;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The table {@code universo} of the corpus: its columns, and some values of each. */
public final class Universe {
  /**
   * One CHECK of the corpus: as a person wrote it, as PostgreSQL prints it, and what becomes of it
   * ({@code solved}, {@code redrawn}, {@code unsupported}).
   */
  public record Check(String written, String printed, String outcome) {}

  /** A column: its type in SQL and ours, and the values of its grid as text, null for NULL. */
  public record Column(String name, String sqlType, boolean notNull, List<String> values) {
    /** The type as the solver sees it. */
    public ValueType type() {
      return Universe.type(sqlType);
    }
  }

  private static final int MAX_ROWS = 600;

  private static final Map<String, Column> COLUMNS = readColumns();

  private Universe() {}

  /** The corpus, in its order. */
  public static List<Check> checks() {
    try {
      List<Map<String, String>> entries =
          Json.mapper().readValue(resource("checks.json"), new TypeReference<>() {});
      return entries.stream()
          .map(e -> new Check(e.get("written"), e.get("printed"), e.get("outcome")))
          .toList();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The table's DDL. */
  public static String ddl() {
    return resource("universe.sql");
  }

  /** The columns by name, in the table's order. */
  public static Map<String, Column> columns() {
    return COLUMNS;
  }

  private static Map<String, Column> readColumns() {
    Map<String, Column> columns = new LinkedHashMap<>();
    Map<String, List<String>> values = values();
    for (String line : ddl().lines().filter(l -> l.startsWith("  ")).toList()) {
      String text = line.strip().replaceAll(",$", "");
      boolean quoted = text.startsWith("\"");
      int end = quoted ? text.indexOf('"', 1) + 1 : text.indexOf(' ');
      String name = text.substring(0, end).replace("\"", "");
      String type = text.substring(end).replace("NOT NULL", "").strip();
      columns.put(name, new Column(name, type, text.endsWith("NOT NULL"), values.get(name)));
    }
    return columns;
  }

  /** The types of all columns, for an evaluator. */
  public static Map<String, ValueType> types() {
    Map<String, ValueType> types = new LinkedHashMap<>();
    columns().forEach((name, column) -> types.put(name, column.type()));
    return types;
  }

  /** Rows of these columns' values: all combinations, or some spread evenly among them. */
  public static List<Map<String, String>> grid(Collection<String> names) {
    Map<String, Column> columns = columns();
    long total = 1;
    for (String name : names) {
      total *= columns.get(name).values().size();
    }
    long rows = Math.min(total, MAX_ROWS);
    long stride = total <= MAX_ROWS ? 1 : 7_919;
    List<Map<String, String>> grid = new ArrayList<>();
    for (long i = 0; i < rows; i++) {
      grid.add(row(names, columns, i * stride % total));
    }
    return grid;
  }

  private static Map<String, String> row(
      Collection<String> names, Map<String, Column> columns, long index) {
    Map<String, String> row = new LinkedHashMap<>();
    long rest = index;
    for (String name : names) {
      List<String> values = columns.get(name).values();
      row.put(name, values.get((int) (rest % values.size())));
      rest /= values.size();
    }
    return row;
  }

  /** The values of a row as the evaluator takes them. */
  public static RowValues values(Map<String, String> row) {
    Map<String, Column> columns = columns();
    Map<String, Object> values = new LinkedHashMap<>();
    row.forEach((name, text) -> values.put(name, value(columns.get(name).type(), text)));
    return values::get;
  }

  /** One value as the evaluator takes it. */
  public static Object value(ValueType type, String text) {
    if (text == null) {
      return null;
    }
    return switch (type.family()) {
      case INTEGER, DECIMAL, FLOAT -> new BigDecimal(text);
      case BOOLEAN -> Boolean.valueOf(text);
      case DATE -> LocalDate.parse(text);
      case TIME -> LocalTime.parse(text);
      case TIMESTAMP -> LocalDateTime.parse(text.replace(' ', 'T'));
      case TIMESTAMPTZ -> OffsetDateTime.parse(text.replace(' ', 'T'));
      case ARRAY -> array(type, text);
      default -> text;
    };
  }

  private static List<Object> array(ValueType type, String text) {
    List<Object> elements = new ArrayList<>();
    String body = text.substring(1, text.length() - 1);
    for (String element : body.isEmpty() ? new String[0] : body.split(",")) {
      String plain = element.equals("NULL") ? null : element.replace("\"", "");
      elements.add(value(type.element().orElseThrow(), plain));
    }
    return elements;
  }

  private static Map<String, List<String>> values() {
    try {
      return Json.mapper().readValue(resource("values.json"), new TypeReference<>() {});
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ValueType type(String sql) {
    String name = sql.replaceAll("\\(.*", "");
    return switch (name) {
      case "text" -> ValueType.text();
      case "varchar" -> ValueType.varchar(limit(sql, 0));
      case "char" -> character(limit(sql, 0));
      case "numeric" -> ValueType.numeric(limit(sql, 0), limit(sql, 1));
      case "boolean" -> ValueType.of(TypeFamily.BOOLEAN, "bool");
      case "smallint" -> ValueType.of(TypeFamily.INTEGER, "int2");
      case "integer" -> ValueType.of(TypeFamily.INTEGER, "int4");
      case "bigint" -> ValueType.of(TypeFamily.INTEGER, "int8");
      case "double precision" -> ValueType.of(TypeFamily.FLOAT, "float8");
      case "date" -> ValueType.of(TypeFamily.DATE, "date");
      case "time" -> ValueType.of(TypeFamily.TIME, "time");
      case "timestamp" -> ValueType.of(TypeFamily.TIMESTAMP, "timestamp");
      case "timestamptz" -> ValueType.of(TypeFamily.TIMESTAMPTZ, "timestamptz");
      case "jsonb" -> ValueType.of(TypeFamily.JSON, "jsonb");
      case "bytea" -> ValueType.of(TypeFamily.BYTEA, "bytea");
      case "text[]" -> array("_text", ValueType.text());
      case "integer[]" -> array("_int4", ValueType.of(TypeFamily.INTEGER, "int4"));
      default -> enumeration(name);
    };
  }

  private static int limit(String sql, int index) {
    String limits = sql.substring(sql.indexOf('(') + 1, sql.indexOf(')'));
    return Integer.parseInt(limits.split(",", -1)[index].strip());
  }

  private static ValueType character(int length) {
    return new ValueType(
        TypeFamily.TEXT,
        "bpchar",
        Optional.of(length),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty());
  }

  private static ValueType array(String name, ValueType element) {
    return new ValueType(
        TypeFamily.ARRAY,
        name,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.of(element));
  }

  private static ValueType enumeration(String name) {
    List<String> labels =
        ddl()
            .lines()
            .filter(l -> l.startsWith("CREATE TYPE " + name + " "))
            .flatMap(l -> List.of(l.replaceAll(".*\\(|\\).*|'", "").split(", ", -1)).stream())
            .toList();
    return new ValueType(
        TypeFamily.ENUM,
        name,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        labels,
        Optional.empty());
  }

  private static String resource(String name) {
    try (InputStream in = Universe.class.getResourceAsStream("/checks/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
