package io.datalchemy.resolution.key;

import io.datalchemy.existing.ExistingKeys;
import io.datalchemy.existing.ExistingTable;
import io.datalchemy.plan.GenerationPlan;
import io.datalchemy.plan.GenerationPlan.Target;
import io.datalchemy.plan.RowsPerParent;
import io.datalchemy.plan.key.KeyChoice;
import io.datalchemy.resolution.pick.AskedPick;
import io.datalchemy.schema.Constraint.ForeignKey;
import io.datalchemy.schema.DatabaseSchema;
import io.datalchemy.schema.Table;
import io.datalchemy.schema.TableId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * How many rows each table gets: the targets as asked, and the tables that their foreign keys need.
 *
 * <p>A table that was not asked for gets as many rows as the largest table that refers to it. That
 * is a function of the plan and the schema alone, whatever the order in which they are read.
 */
public final class RowCounts {
  private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);

  private final Map<TableId, Long> asked = new TreeMap<>();
  private final Map<TableId, Long> counts = new TreeMap<>();
  private final Set<TableId> staying = new TreeSet<>();

  /**
   * Counts rows.
   *
   * @param activeKeys the foreign keys of a table that the run honours
   * @param leftOut tables that are not generated though the plan may ask for them
   */
  public RowCounts(
      GenerationPlan plan,
      DatabaseSchema schema,
      Function<TableId, List<ForeignKey>> activeKeys,
      Set<TableId> leftOut) {
    this(plan, schema, activeKeys, new Apart(leftOut, ExistingKeys.none()));
  }

  /** Tables that are not generated: those left out, and those whose rows stay. */
  public record Apart(Set<TableId> leftOut, ExistingKeys existing) {}

  /** Counts rows beside those that stay, which need no rows of other tables. */
  public RowCounts(
      GenerationPlan plan,
      DatabaseSchema schema,
      Function<TableId, List<ForeignKey>> activeKeys,
      Apart apart) {
    Asked targets = new Asked(plan, activeKeys, apart.existing());
    plan.targets().stream()
        .filter(target -> !apart.leftOut().contains(target.id()))
        .forEach(target -> asked.put(target.id(), targets.rows(target)));
    apart.existing().tables().forEach(table -> asked.put(table.id(), table.rows()));
    counts.putAll(asked);
    apart.existing().tables().forEach(table -> staying.add(table.id()));
    boolean changed = true;
    while (changed) {
      changed = false;
      for (Map.Entry<TableId, Long> child : List.copyOf(counts.entrySet())) {
        for (ForeignKey key : keysOf(child.getKey(), activeKeys)) {
          changed |= raise(key.referenced(), child.getValue(), schema);
        }
      }
    }
  }

  private List<ForeignKey> keysOf(TableId child, Function<TableId, List<ForeignKey>> activeKeys) {
    return staying.contains(child) ? List.of() : activeKeys.apply(child);
  }

  /** The rows of targets: as said, or as many as the rows of the parent make them. */
  private record Asked(
      GenerationPlan plan, Function<TableId, List<ForeignKey>> activeKeys, ExistingKeys existing) {
    long rows(Target target) {
      return rows(target, new TreeSet<>());
    }

    /** Ends, as a target that follows from itself has one row; validation refuses it. */
    private long rows(Target target, Set<TableId> followed) {
      if (target.isExisting()) {
        return existing.table(target.id()).map(ExistingTable::rows).orElse(0L);
      }
      if (target.rowsPerParent().isEmpty()) {
        return scaled(target.rows());
      }
      RowsPerParent rows = target.rowsPerParent().get();
      Optional<Target> parent =
          KeyChoice.of(rows, target.schema())
              .one(activeKeys.apply(target.id()))
              .flatMap(key -> target(key.referenced()));
      if (parent.isEmpty() || !followed.add(target.id())) {
        return 1;
      }
      double childless = rows.childless().map(BigDecimal::doubleValue).orElse(0.0);
      long parentRows = rows(parent.get(), followed);
      return Math.max(1, AskedPick.counts(rows.pick(), childless).total(parentRows));
    }

    private Optional<Target> target(TableId id) {
      return plan.targets().stream().filter(target -> target.id().equals(id)).findFirst();
    }

    private long scaled(long rows) {
      return plan.options()
          .flatMap(GenerationPlan.Options::scale)
          .map(scale -> scale.multiply(BigDecimal.valueOf(rows)))
          .map(exact -> exact.setScale(0, RoundingMode.HALF_UP).min(MOST).longValueExact())
          .map(whole -> Math.max(1, whole))
          .orElse(rows);
    }
  }

  private boolean raise(TableId parent, long rows, DatabaseSchema schema) {
    boolean isGenerated = schema.table(parent).filter(Table::holdsRows).isPresent();
    if (!isGenerated || asked.containsKey(parent) || counts.getOrDefault(parent, 0L) >= rows) {
      return false;
    }
    counts.put(parent, rows);
    return true;
  }

  /** The tables of the run and their rows, by name. */
  public Map<TableId, Long> counts() {
    return counts;
  }

  /** Whether the plan asks for the table itself. */
  public boolean isAsked(TableId table) {
    return asked.containsKey(table);
  }
}
