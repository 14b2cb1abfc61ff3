package io.datalchemy.resolution.pick;

import io.datalchemy.plan.GenerationPlan;
import io.datalchemy.plan.GenerationPlan.Target;
import io.datalchemy.plan.RowsPerParent;
import io.datalchemy.plan.Rule.ForeignKeyStrategy;
import io.datalchemy.plan.Rule.StrategyMode;
import io.datalchemy.plan.key.KeyChoice;
import io.datalchemy.schema.Constraint.ForeignKey;
import io.datalchemy.schema.TableId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** What a plan asks of each foreign key, by its strategies and by targets with rows per parent. */
public final class AskedPicks {
  private final Map<TableId, Map<String, AskedPick>> asked = new TreeMap<>();

  /**
   * Reads a plan.
   *
   * @param keysOf the foreign keys of a table that the run honours
   */
  public AskedPicks(GenerationPlan plan, Function<TableId, List<ForeignKey>> keysOf) {
    for (int i = 0; i < plan.rules().size(); i++) {
      if (plan.rules().get(i) instanceof ForeignKeyStrategy strategy
          && strategy.mode() == StrategyMode.RESPECT) {
        List<ForeignKey> meant = KeyChoice.of(strategy).among(keysOf.apply(strategy.tableId()));
        AskedPick pick = asked(strategy, "/rules/" + i);
        meant.forEach(key -> add(strategy.tableId(), key, pick));
      }
    }
    for (int i = 0; i < plan.targets().size(); i++) {
      Target target = plan.targets().get(i);
      String path = "/targets/" + i + "/rows_per_parent";
      target
          .rowsPerParent()
          .flatMap(r -> KeyChoice.of(r, target.schema()).one(keysOf.apply(target.id())))
          .ifPresent(
              key -> add(target.id(), key, asked(target.rowsPerParent().orElseThrow(), path)));
    }
  }

  /** What is asked of a key. */
  public AskedPick of(TableId table, ForeignKey key) {
    return asked.getOrDefault(table, Map.of()).getOrDefault(key.name(), AskedPick.NOTHING);
  }

  private void add(TableId table, ForeignKey key, AskedPick pick) {
    asked.computeIfAbsent(table, t -> new TreeMap<>()).merge(key.name(), pick, AskedPick::or);
  }

  private static AskedPick asked(ForeignKeyStrategy strategy, String path) {
    return new AskedPick(
        strategy.pick(),
        strategy.nullRate().map(BigDecimal::doubleValue),
        strategy.childless().map(BigDecimal::doubleValue),
        strategy.rootShare().map(BigDecimal::doubleValue),
        strategy.maxDepth(),
        path);
  }

  private static AskedPick asked(RowsPerParent rows, String path) {
    return new AskedPick(
        Optional.of(rows.pick()),
        Optional.empty(),
        rows.childless().map(BigDecimal::doubleValue),
        Optional.empty(),
        Optional.empty(),
        path);
  }
}
