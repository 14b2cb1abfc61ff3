package io.datalchemy.resolution.key;

import io.datalchemy.expression.parsing.ExpressionParser;
import io.datalchemy.expression.parsing.ParsedCondition;
import io.datalchemy.resolution.key.index.IndexExpression;
import io.datalchemy.resolution.key.index.KeyPart;
import io.datalchemy.schema.Constraint;
import io.datalchemy.schema.DatabaseSchema;
import io.datalchemy.schema.Index;
import io.datalchemy.schema.Table;
import io.datalchemy.schema.TableId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Columns whose values together must not repeat: a primary key, a UNIQUE, or a unique index.
 *
 * @param kind {@code primary_key}, {@code unique} or {@code unique_index}
 * @param folded the columns whose case does not count, as in an index on {@code lower(column)}
 * @param trimmed the columns whose blanks at the ends do not count
 * @param valued the columns that need a value in every row, as NULL would stand for one: those
 *     under {@code COALESCE}
 * @param periods the columns that count by the day, the month, … that they lie in
 * @param predicate the condition of a partial index
 * @param unsupported why the key cannot be understood, if it cannot
 */
public record UniqueSet(
    String name,
    String kind,
    List<String> columns,
    Set<String> folded,
    Set<String> trimmed,
    Set<String> valued,
    Map<String, KeyPart.Period> periods,
    Optional<String> predicate,
    boolean nullsNotDistinct,
    Optional<String> unsupported) {

  /** Whether it is the primary key, none of whose columns may be NULL. */
  public boolean isPrimary() {
    return kind.equals("primary_key");
  }

  /** Whether rows with a NULL among the columns are exempt. */
  public boolean exemptsNulls() {
    return !isPrimary() && !nullsNotDistinct;
  }

  /** The columns that a partial index tests; none if it is whole or not understood. */
  Set<String> tested() {
    return predicate
        .map(ExpressionParser::parse)
        .filter(ParsedCondition.Parsed.class::isInstance)
        .map(parsed -> ((ParsedCondition.Parsed) parsed).expression().columns())
        .orElse(Set.of());
  }

  /** The same, not held for a reason. */
  public UniqueSet unsupported(String why) {
    return new UniqueSet(
        name,
        kind,
        columns,
        folded,
        trimmed,
        valued,
        periods,
        predicate,
        nullsNotDistinct,
        Optional.of(why));
  }

  /**
   * The unique keys of a table and, as its rows lie there, those that only its partitions have:
   * held over all of its rows.
   */
  public static List<UniqueSet> ofTree(DatabaseSchema schema, TableId table) {
    List<UniqueSet> sets = new ArrayList<>(of(schema.table(table).orElseThrow()));
    schema
        .partitions(table)
        .flatMap(partition -> ofTree(schema, partition).stream())
        .filter(set -> sets.stream().noneMatch(set::isLike))
        .forEach(sets::add);
    return List.copyOf(sets);
  }

  /** Whether another key is about the same values, whatever its name. */
  private boolean isLike(UniqueSet other) {
    return new UniqueSet(
            other.name,
            other.kind,
            columns,
            folded,
            trimmed,
            valued,
            periods,
            predicate,
            nullsNotDistinct,
            unsupported)
        .equals(other);
  }

  /** The sets of a table: primary key first, then by kind and name. */
  public static List<UniqueSet> of(Table table) {
    List<UniqueSet> sets = new ArrayList<>();
    Set<String> constraintNames = new LinkedHashSet<>();
    for (Constraint constraint : table.constraints()) {
      constraintNames.add(constraint.name());
      if (constraint instanceof Constraint.PrimaryKey key) {
        sets.add(0, whole(key.name(), "primary_key", key.columns(), false));
      } else if (constraint instanceof Constraint.Unique unique) {
        sets.add(whole(unique.name(), "unique", unique.columns(), unique.nullsNotDistinct()));
      }
    }
    table.indexes().stream()
        .filter(index -> index.isUnique() && index.isValid() && !index.isPrimary())
        .filter(index -> !constraintNames.contains(index.name()))
        .map(index -> of(index, table))
        .forEach(sets::add);
    return sets;
  }

  private static UniqueSet whole(
      String name, String kind, List<String> columns, boolean nullsNotDistinct) {
    return new UniqueSet(
        name,
        kind,
        columns,
        Set.of(),
        Set.of(),
        Set.of(),
        Map.of(),
        Optional.empty(),
        nullsNotDistinct,
        Optional.empty());
  }

  private static UniqueSet of(Index index, Table table) {
    Parts parts = new Parts(table);
    index.keys().forEach(parts::add);
    return new UniqueSet(
        index.name(),
        "unique_index",
        List.copyOf(parts.columns),
        parts.folded,
        parts.trimmed,
        parts.valued,
        parts.periods,
        index.predicate(),
        index.nullsNotDistinct(),
        parts.unsupported());
  }

  /** The key parts of an index, put together. */
  private static final class Parts {
    private final Table table;
    private final IndexExpression expressions;
    private final Set<String> columns = new LinkedHashSet<>();
    private final Set<String> folded = new LinkedHashSet<>();
    private final Set<String> trimmed = new LinkedHashSet<>();
    private final Set<String> valued = new LinkedHashSet<>();
    private final Map<String, KeyPart.Period> periods = new LinkedHashMap<>();
    private final List<String> unread = new ArrayList<>();

    Parts(Table table) {
      this.table = table;
      this.expressions = new IndexExpression(table);
    }

    void add(Index.Key key) {
      if (key.column().isPresent()) {
        columns.add(key.column().get());
        return;
      }
      String sql = key.expression().orElseThrow();
      expressions.read(sql).ifPresentOrElse(this::add, () -> unread.add(sql));
    }

    private void add(KeyPart part) {
      columns.addAll(part.columns());
      if (part.folded()) {
        folded.addAll(part.columns());
      }
      if (part.trimmed()) {
        trimmed.addAll(part.columns());
      }
      if (part.valued()) {
        valued.addAll(part.columns());
      }
      part.unit().ifPresent(unit -> periods.put(part.columns().get(0), unit));
    }

    /** Rows that differ in the other parts differ, whatever this one is: it can be left aside. */
    Optional<String> unsupported() {
      boolean hasOwn =
          columns.stream()
              .anyMatch(c -> table.foreignKeys().noneMatch(key -> key.columns().contains(c)));
      return hasOwn
          ? Optional.empty()
          : unread.stream().findFirst().map(e -> "the expression " + e + " is not understood");
    }
  }
}
