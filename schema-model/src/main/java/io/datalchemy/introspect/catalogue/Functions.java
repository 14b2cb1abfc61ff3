package io.datalchemy.introspect.catalogue;

import io.datalchemy.schema.TableId;
import io.datalchemy.schema.code.UserFunction;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The functions of users that the schemas cannot do without: those that the catalogue says they
 * depend on, and those that these name in turn, as bodies are plain text to the catalogue.
 */
public final class Functions {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_$]+");

  /** One use by a table or a domain; {@code forRows} in a constraint, default or index. */
  private record Use(TableId user, long oid, boolean forRows) {}

  private final SortedMap<Long, UserFunction> found;
  private final List<Use> uses;

  private Functions(SortedMap<Long, UserFunction> found, List<Use> uses) {
    this.found = found;
    this.uses = uses;
  }

  /** Those that the schemas need. */
  public static Functions read(Catalogue catalogue, List<String> schemas) throws SQLException {
    SortedMap<Long, UserFunction> all = new TreeMap<>();
    catalogue.all("functions", row -> all.put(row.number("oid"), function(row)));
    List<Use> uses =
        catalogue.of(
            schemas,
            "function_uses",
            row -> new Use(row.table(), row.number("function_oid"), row.flag("for_rows")));
    return new Functions(closure(all, uses), uses);
  }

  /** Those found, by schema, name and arguments. */
  public List<UserFunction> all() {
    return found.values().stream()
        .sorted(
            Comparator.comparing(UserFunction::schema)
                .thenComparing(UserFunction::name)
                .thenComparing(UserFunction::arguments))
        .toList();
  }

  boolean contains(long oid) {
    return found.containsKey(oid);
  }

  /** Uses for rows of functions whose text is not captured, by user and function. */
  public List<FunctionUse> uncaptured() {
    Map<TableId, Map<String, Long>> counts =
        uses.stream()
            .filter(use -> use.forRows() && found.get(use.oid()).definition().isEmpty())
            .collect(
                Collectors.groupingBy(
                    Use::user,
                    TreeMap::new,
                    Collectors.groupingBy(this::name, TreeMap::new, Collectors.counting())));
    List<FunctionUse> uncaptured = new ArrayList<>();
    counts.forEach(
        (user, functions) ->
            functions.forEach((name, count) -> uncaptured.add(new FunctionUse(user, name, count))));
    return uncaptured;
  }

  private String name(Use use) {
    UserFunction function = found.get(use.oid());
    return function.schema() + "." + function.name();
  }

  private static SortedMap<Long, UserFunction> closure(
      SortedMap<Long, UserFunction> all, List<Use> uses) {
    Map<String, List<Long>> byName =
        all.keySet().stream()
            .collect(
                Collectors.groupingBy(
                    oid -> all.get(oid).name(), TreeMap::new, Collectors.toList()));
    SortedMap<Long, UserFunction> closure = new TreeMap<>();
    Deque<Long> waiting = new ArrayDeque<>(new TreeSet<>(uses.stream().map(Use::oid).toList()));
    while (!waiting.isEmpty()) {
      long oid = waiting.removeFirst();
      if (closure.put(oid, all.get(oid)) == null) {
        waiting.addAll(named(all.get(oid), byName));
      }
    }
    return closure;
  }

  private static List<Long> named(UserFunction function, Map<String, List<Long>> byName) {
    return function.definition().map(WORD::matcher).stream()
        .flatMap(matcher -> matcher.results().map(result -> result.group()))
        .distinct()
        .map(word -> byName.getOrDefault(word, List.of()))
        .flatMap(List::stream)
        .toList();
  }

  private static UserFunction function(CatalogueRow row) throws SQLException {
    return new UserFunction(
        row.text("schema"),
        row.text("name"),
        row.text("arguments"),
        row.optional("result"),
        kind(row.code("kind")),
        row.text("language"),
        volatility(row.code("volatility")),
        row.optional("definition").map(Functions::plain));
  }

  /** Without the white space at its end, which means nothing. */
  private static String plain(String definition) {
    return definition.stripTrailing();
  }

  private static UserFunction.Kind kind(char code) {
    return switch (code) {
      case 'p' -> UserFunction.Kind.PROCEDURE;
      case 'a' -> UserFunction.Kind.AGGREGATE;
      case 'w' -> UserFunction.Kind.WINDOW;
      default -> UserFunction.Kind.FUNCTION;
    };
  }

  private static UserFunction.Volatility volatility(char code) {
    return switch (code) {
      case 'i' -> UserFunction.Volatility.IMMUTABLE;
      case 's' -> UserFunction.Volatility.STABLE;
      default -> UserFunction.Volatility.VOLATILE;
    };
  }
}
