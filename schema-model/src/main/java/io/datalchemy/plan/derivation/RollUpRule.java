package io.datalchemy.plan.derivation;

import io.datalchemy.catalogue.Parameters;
import io.datalchemy.plan.Rule.ColumnGenerator;
import io.datalchemy.schema.Constraint.ForeignKey;
import io.datalchemy.schema.TableId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A rule whose values sum up the rows of a child table that refer to the row.
 *
 * @param foreignKey the name of the child's key, or a column of it; empty if there is only one
 * @param childColumn the column that is summed up; counting needs none
 * @param where a condition in SQL that the children meet which count
 * @param empty the value of a row without such children
 */
public record RollUpRule(
    TableId table,
    String column,
    String generatorId,
    TableId child,
    Optional<String> foreignKey,
    Optional<String> childColumn,
    Optional<String> where,
    Optional<String> empty) {
  private static final String PREFIX = "derive.children_";

  /** Whether the generator of that id sums up children. */
  public static boolean isOne(String generatorId) {
    return generatorId.startsWith(PREFIX);
  }

  /** What the rule sums up; empty if it is about no child table. */
  public static Optional<RollUpRule> of(ColumnGenerator rule) {
    Parameters params = rule.effectiveParams();
    Optional<String> child = params.text("child_table");
    if (!isOne(rule.generator().id()) || child.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new RollUpRule(
            rule.tableId(),
            rule.column(),
            rule.generator().id(),
            new TableId(params.text("child_schema").orElse(rule.schema()), child.get()),
            params.text("foreign_key"),
            params.text("child_column"),
            params.text("where"),
            params.text("empty")));
  }

  /** What it does with the children: {@code sum}, {@code count}, {@code min} or {@code max}. */
  public String function() {
    return generatorId.substring(PREFIX.length());
  }

  /** The keys of the child table that may be meant: those that lead to the row's table. */
  public List<ForeignKey> keys(Function<TableId, List<ForeignKey>> keysOf) {
    List<ForeignKey> leading =
        keysOf.apply(child).stream().filter(key -> key.referenced().equals(table)).toList();
    List<ForeignKey> named =
        leading.stream().filter(k -> foreignKey.filter(k.name()::equals).isPresent()).toList();
    if (foreignKey.isEmpty() || !named.isEmpty()) {
      return foreignKey.isEmpty() ? leading : named;
    }
    return leading.stream().filter(key -> key.columns().contains(foreignKey.get())).toList();
  }
}
