package io.datalchemy.resolution.key;

import io.datalchemy.schema.Constraint;
import io.datalchemy.schema.Index;
import io.datalchemy.schema.Table;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Columns whose values together must not repeat: a primary key, a UNIQUE, or a unique index.
 *
 * @param kind {@code primary_key}, {@code unique} or {@code unique_index}
 * @param folded the columns whose case does not count, as in an index on {@code lower(column)}
 * @param predicate the condition of a partial index
 * @param unsupported why the key cannot be understood, if it cannot
 */
public record UniqueSet(
    String name,
    String kind,
    List<String> columns,
    Set<String> folded,
    Optional<String> predicate,
    boolean nullsNotDistinct,
    Optional<String> unsupported) {

  /** Whether it is the primary key, none of whose columns may be NULL. */
  public boolean isPrimary() {
    return kind.equals("primary_key");
  }

  /** Whether rows with a NULL among the columns are exempt. */
  boolean exemptsNulls() {
    return !isPrimary() && !nullsNotDistinct;
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
        .map(UniqueSet::of)
        .forEach(sets::add);
    return sets;
  }

  private static UniqueSet whole(
      String name, String kind, List<String> columns, boolean nullsNotDistinct) {
    return new UniqueSet(
        name, kind, columns, Set.of(), Optional.empty(), nullsNotDistinct, Optional.empty());
  }

  private static UniqueSet of(Index index) {
    List<String> columns = new ArrayList<>();
    Set<String> folded = new LinkedHashSet<>();
    Optional<String> unsupported = Optional.empty();
    for (Index.Key key : index.keys()) {
      Optional<String> foldedColumn = key.expression().flatMap(CaseFolding::columnOf);
      if (key.column().isPresent()) {
        columns.add(key.column().get());
      } else if (foldedColumn.isPresent()) {
        columns.add(foldedColumn.get());
        folded.add(foldedColumn.get());
      } else {
        unsupported = key.expression();
      }
    }
    return new UniqueSet(
        index.name(),
        "unique_index",
        columns,
        folded,
        index.predicate(),
        index.nullsNotDistinct(),
        unsupported);
  }
}
