package io.datalchemy.plan.derivation;

import io.datalchemy.plan.GenerationPlan;
import io.datalchemy.plan.Rule.ColumnGenerator;
import io.datalchemy.schema.ColumnId;
import io.datalchemy.schema.Constraint.ForeignKey;
import io.datalchemy.schema.TableId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** The columns whose rules number the rows of each parent, each with the key to that parent. */
public final class ChildNumbers {
  /** The id of the generator that does so. */
  public static final String ID = "derive.child_number";

  private final Map<TableId, Map<String, ForeignKey>> byTable = new TreeMap<>();

  private ChildNumbers() {}

  /**
   * Finds the rules that number rows.
   *
   * @param keysOf the foreign keys of a table that a run honours
   */
  public static ChildNumbers of(GenerationPlan plan, Function<TableId, List<ForeignKey>> keysOf) {
    ChildNumbers found = new ChildNumbers();
    plan.rules().stream()
        .filter(ColumnGenerator.class::isInstance)
        .map(ColumnGenerator.class::cast)
        .filter(rule -> rule.generator().id().equals(ID))
        .forEach(rule -> found.add(rule, path(rule, keysOf)));
    return found;
  }

  /** The key that a rule names, which leads no further than to the parent. */
  public static KeyPath path(ColumnGenerator rule, Function<TableId, List<ForeignKey>> keysOf) {
    List<String> names = rule.effectiveParams().texts("input_columns");
    return KeyPath.follow(rule.tableId(), names, Optional.empty(), keysOf);
  }

  private void add(ColumnGenerator rule, KeyPath path) {
    if (path.keys().size() == 1 && path.broken().isEmpty()) {
      byTable
          .computeIfAbsent(rule.tableId(), t -> new LinkedHashMap<>())
          .putIfAbsent(rule.column(), path.keys().get(0));
    }
  }

  /** The numbered columns of a table with their keys, in the order of the rules. */
  public Map<String, ForeignKey> of(TableId table) {
    return byTable.getOrDefault(table, Map.of());
  }

  /** The key to whose parents a column's numbers belong; empty if it has none. */
  public Optional<ForeignKey> key(ColumnId column) {
    return Optional.ofNullable(of(column.table()).get(column.column()));
  }

  /** The tables that have such columns, by name. */
  public List<TableId> tables() {
    return List.copyOf(byTable.keySet());
  }
}
