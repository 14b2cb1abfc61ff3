package io.datalchemy.resolution.key;

import io.datalchemy.plan.GenerationPlan;
import io.datalchemy.plan.Rule;
import io.datalchemy.plan.Rule.ConstraintKind;
import io.datalchemy.plan.Rule.PolicyMode;
import io.datalchemy.plan.key.KeyChoice;
import io.datalchemy.schema.Constraint.ForeignKey;
import io.datalchemy.schema.TableId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a plan says about constraints and foreign keys, by table; what it leaves open is enforced.
 */
public final class Policies {
  private final Map<TableId, Map<ConstraintKind, PolicyMode>> modes = new TreeMap<>();
  private final Map<TableId, List<KeyChoice>> disabled = new TreeMap<>();
  private final Map<TableId, List<KeyChoice>> alwaysNull = new TreeMap<>();

  /** Reads the rules of a plan that speak of constraints and foreign keys. */
  public Policies(GenerationPlan plan) {
    for (Rule rule : plan.rules()) {
      if (rule instanceof Rule.ConstraintPolicy policy) {
        modes
            .computeIfAbsent(policy.tableId(), t -> new EnumMap<>(ConstraintKind.class))
            .put(policy.constraint(), policy.mode());
      } else if (rule instanceof Rule.ForeignKeyStrategy strategy) {
        boolean isDisabled = strategy.mode() == Rule.StrategyMode.DISABLE;
        boolean isNull =
            strategy.nullRate().filter(rate -> rate.compareTo(BigDecimal.ONE) == 0).isPresent();
        if (isDisabled || isNull) {
          (isDisabled ? disabled : alwaysNull)
              .computeIfAbsent(strategy.tableId(), t -> new ArrayList<>())
              .add(KeyChoice.of(strategy));
        }
      }
    }
  }

  /** What is to be done about the constraints of a kind. */
  public PolicyMode mode(TableId table, ConstraintKind kind) {
    return modes.getOrDefault(table, Map.of()).getOrDefault(kind, PolicyMode.ENFORCE);
  }

  /** Whether the plan says that the constraints of a kind may break. */
  public boolean ignores(TableId table, ConstraintKind kind) {
    return mode(table, kind) == PolicyMode.IGNORE;
  }

  /** Whether a foreign key of the table is honoured. */
  boolean respects(TableId table, ForeignKey key) {
    return !ignores(table, ConstraintKind.FOREIGN_KEY) && !isAmong(disabled, table, key);
  }

  /** Whether no row of the table is to have a parent by the key, which therefore needs none. */
  boolean leavesNull(TableId table, ForeignKey key) {
    return isAmong(alwaysNull, table, key);
  }

  private static boolean isAmong(
      Map<TableId, List<KeyChoice>> choices, TableId table, ForeignKey key) {
    return choices.getOrDefault(table, List.of()).stream()
        .anyMatch(choice -> !choice.among(List.of(key)).isEmpty());
  }
}
