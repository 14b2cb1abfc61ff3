package io.datalchemy.plan.key;

import io.datalchemy.plan.RowsPerParent;
import io.datalchemy.plan.Rule.ForeignKeyStrategy;
import io.datalchemy.schema.Constraint.ForeignKey;
import io.datalchemy.schema.TableId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * Which foreign key of a table somebody means: by name, by columns in any order, by the table that
 * it refers to, or, if nothing is said, the only one.
 */
public record KeyChoice(Optional<String> name, List<String> columns, Optional<TableId> referenced) {
  public KeyChoice {
    columns = List.copyOf(columns);
  }

  /** The key that a strategy means. */
  public static KeyChoice of(ForeignKeyStrategy strategy) {
    return new KeyChoice(strategy.foreignKey(), strategy.columns(), Optional.empty());
  }

  /** The key that a target's rows follow. */
  public static KeyChoice of(RowsPerParent rows, String ownSchema) {
    return new KeyChoice(
        rows.foreignKey(),
        rows.columns(),
        rows.referencedTable()
            .map(table -> new TableId(rows.referencedSchema().orElse(ownSchema), table)));
  }

  /** The keys of a table that are meant; one, if the choice is clear. */
  public List<ForeignKey> among(List<ForeignKey> keys) {
    return keys.stream()
        .filter(key -> name.isEmpty() || name.get().equals(key.name()))
        .filter(key -> columns.isEmpty() || isOver(key))
        .filter(key -> referenced.isEmpty() || referenced.get().equals(key.referenced()))
        .toList();
  }

  /** The key that is meant, if the choice is clear. */
  public Optional<ForeignKey> one(List<ForeignKey> keys) {
    List<ForeignKey> meant = among(keys);
    return meant.size() == 1 ? Optional.of(meant.get(0)) : Optional.empty();
  }

  private boolean isOver(ForeignKey key) {
    return new HashSet<>(columns).equals(new HashSet<>(key.columns()));
  }
}
