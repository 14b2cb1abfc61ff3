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
import java.util.function.Function;

/** The rules of a plan that sum up children, each with the one key that its children have. */
public final class RollUps {
  private final Map<ColumnId, RollUp> rollUps = new LinkedHashMap<>();

  private RollUps() {}

  /** A rule and the child's key that it follows. */
  public record RollUp(RollUpRule rule, ForeignKey key) {}

  /**
   * Finds the rules that sum up children.
   *
   * @param keysOf the foreign keys of a table that a run honours
   */
  public static RollUps of(GenerationPlan plan, Function<TableId, List<ForeignKey>> keysOf) {
    RollUps found = new RollUps();
    plan.rules().stream()
        .filter(ColumnGenerator.class::isInstance)
        .map(ColumnGenerator.class::cast)
        .flatMap(rule -> RollUpRule.of(rule).stream())
        .forEach(rule -> found.add(rule, rule.keys(keysOf)));
    return found;
  }

  private void add(RollUpRule rule, List<ForeignKey> keys) {
    if (keys.size() == 1) {
      rollUps.putIfAbsent(new ColumnId(rule.table(), rule.column()), new RollUp(rule, keys.get(0)));
    }
  }

  /** All of them, in the order of the rules. */
  public List<RollUp> all() {
    return List.copyOf(rollUps.values());
  }

  /** The one that fills a column; empty if none does or its key is not certain. */
  public Optional<RollUp> of(ColumnId column) {
    return Optional.ofNullable(rollUps.get(column));
  }
}
