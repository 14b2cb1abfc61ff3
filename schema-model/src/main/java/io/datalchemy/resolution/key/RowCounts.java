package io.datalchemy.resolution.key;

import io.datalchemy.existing.ExistingKeys;
import io.datalchemy.plan.GenerationPlan;
import io.datalchemy.schema.Constraint.ForeignKey;
import io.datalchemy.schema.DatabaseSchema;
import io.datalchemy.schema.Table;
import io.datalchemy.schema.TableId;
import java.util.List;
import java.util.Map;
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
    plan.targets().stream()
        .filter(target -> !apart.leftOut().contains(target.id()))
        .forEach(target -> asked.put(target.id(), target.rows()));
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
