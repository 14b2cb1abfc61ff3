package io.datalchemy.resolution.key;

import io.datalchemy.resolve.ParentPick;
import io.datalchemy.resolve.ResolvedForeignKey;
import io.datalchemy.resolve.ResolvedTable;
import io.datalchemy.schema.TableId;
import java.util.List;
import java.util.Map;

/**
 * Bounds on rows along paths of grouped foreign keys, of tables that are resolved already.
 *
 * <p>Grouped rows begin with the first parents, so the ancestors that have rows in a table, and the
 * rows that belong to the first ancestors, are both prefixes; only their lengths matter.
 */
public final class AncestorRows {
  private final Map<TableId, ResolvedTable> resolved;
  private final Map<TableId, Long> rows;

  /** Bounds that follow from the tables resolved so far and the rows of all tables. */
  public AncestorRows(Map<TableId, ResolvedTable> resolved, Map<TableId, Long> rows) {
    this.resolved = resolved;
    this.rows = rows;
  }

  /** How many of the first ancestors certainly have a row in the table. */
  long ancestorsOf(TableId table, List<String> path) {
    long count = rows.get(table);
    TableId at = table;
    for (String name : path) {
      long children = rows.get(at);
      ResolvedForeignKey key = key(at, name);
      long parents = Math.min(parentRows(key), children);
      count = count >= children ? parents : coveredParents(count, key, children, parents);
      at = key.parent();
    }
    return count;
  }

  /** How many of the table's first rows certainly belong to the first so many ancestors. */
  long rowsOfFirst(long ancestors, TableId table, List<String> path) {
    if (path.isEmpty()) {
      return ancestors;
    }
    ResolvedForeignKey key = key(table, path.get(0));
    long parents = Math.min(parentRows(key), rows.get(table));
    long covered = rowsOfFirst(ancestors, key.parent(), path.subList(1, path.size()));
    if (covered >= parents) {
      return rows.get(table);
    }
    if (key.pick() instanceof ParentPick.PerParent perParent) {
      return Math.max(1, perParent.counts().fewest(covered));
    }
    long each = rows.get(table) / parents;
    return Math.max(1, covered * each - (each + 1) / 2);
  }

  /** How many rows of the table each ancestor has at least, where groups are balanced. */
  public long siblingsWithin(TableId table, List<String> path) {
    long least = 1;
    TableId at = table;
    for (String name : path) {
      ResolvedForeignKey key = key(at, name);
      least *= Math.max(1, fewestChildren(at, key));
      at = key.parent();
    }
    return least;
  }

  private long fewestChildren(TableId table, ResolvedForeignKey key) {
    return key.pick() instanceof ParentPick.PerParent perParent
        ? perParent.counts().least()
        : rows.get(table) / Math.max(1, parentRows(key));
  }

  private ResolvedForeignKey key(TableId table, String name) {
    return resolved.get(table).foreignKey(name).orElseThrow();
  }

  private static long parentRows(ResolvedForeignKey key) {
    if (key.pick() instanceof ParentPick.Grouped grouped) {
      return grouped.parentRows();
    }
    if (key.pick() instanceof ParentPick.PerParent perParent) {
      return perParent.parentRows();
    }
    return key.pick() instanceof ParentPick.OneToOne one ? one.parentRows() : 1;
  }

  private static long coveredParents(
      long count, ResolvedForeignKey key, long children, long parents) {
    long widest =
        key.pick() instanceof ParentPick.PerParent perParent
            ? perParent.counts().max()
            : 2 * (children / parents) + 1;
    return Math.max(1, Math.min(parents, count / widest));
  }
}
