package io.datalchemy.resolution.key;

import io.datalchemy.resolve.ParentPick;
import io.datalchemy.resolve.ResolvedForeignKey;
import io.datalchemy.schema.Constraint.ForeignKey;
import io.datalchemy.schema.TableId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Decides how the rows of one table find their parents, for every foreign key. */
public final class PickPlanner {
  private static final double ROOT_SHARE = 0.05;

  private final TableFacts facts;
  private final KeyPlan keys;
  private final KeyPaths paths;
  private final AncestorRows ancestors;
  private final Picking picking;

  /** A planner for one table whose unique keys are planned. */
  public PickPlanner(
      TableFacts facts, KeyPlan keys, KeyPaths paths, AncestorRows ancestors, Picking picking) {
    this.facts = facts;
    this.keys = keys;
    this.paths = paths;
    this.ancestors = ancestors;
    this.picking = picking;
  }

  /**
   * What else the picks follow from.
   *
   * @param rows the rows of every table
   * @param nullRate the share of rows without a parent where there may be such
   * @param shaped the columns that are NULL where a shape says so
   * @param differing the keys whose parents differ from that of another key of the row
   */
  public record Picking(
      Map<TableId, Long> rows,
      double nullRate,
      Set<String> shaped,
      Map<ForeignKey, ForeignKey> differing) {}

  /** The resolved foreign keys, in the order of the honoured ones. */
  public List<ResolvedForeignKey> plan() {
    List<ResolvedForeignKey> planned = new ArrayList<>();
    for (ForeignKey key : facts.keys()) {
      List<String> nullColumns = nullColumns(key);
      planned.add(
          new ResolvedForeignKey(
              key.name(),
              key.columns(),
              key.referencedSchema(),
              key.referencedTable(),
              key.referencedColumns(),
              pick(key, !nullColumns.isEmpty()),
              isAlwaysThere(key, nullColumns) ? 0 : picking.nullRate(),
              nullColumns));
    }
    return planned;
  }

  private boolean isAlwaysThere(ForeignKey key, List<String> nullColumns) {
    return nullColumns.isEmpty()
        || facts.isSelfReference(key)
        || nullColumns.stream().anyMatch(picking.shaped()::contains);
  }

  private List<String> nullColumns(ForeignKey key) {
    List<String> nullColumns = facts.nullColumns(key);
    boolean isKept =
        keys.group.filter(key::equals).isPresent()
            || isAnchor(key)
            || nullColumns.stream().anyMatch(keys.neverNull::contains);
    return isKept ? List.of() : nullColumns;
  }

  private boolean isAnchor(ForeignKey key) {
    return paths.cluster(facts.id(), key).filter(c -> c.anchor().equals(key)).isPresent();
  }

  private ParentPick pick(ForeignKey key, boolean mayBeNull) {
    if (facts.isSelfReference(key)) {
      return earlier(key, mayBeNull);
    }
    Optional<KeyPaths.Cluster> cluster = paths.cluster(facts.id(), key);
    if (cluster.isPresent() && !cluster.get().anchor().equals(key)) {
      return within(key, cluster.get());
    }
    long parents = cluster.map(c -> anchorRows(key, c)).orElseGet(() -> rowsOf(key));
    if (keys.oneToOne.contains(key)) {
      return new ParentPick.OneToOne(parents, false);
    }
    if (keys.distinctWithinGroup.contains(key)) {
      ForeignKey group = keys.group.orElseThrow();
      boolean isAnother = group.equals(picking.differing().get(key));
      return new ParentPick.Distinct(group.name(), parents, isAnother);
    }
    if (keys.group.filter(key::equals).isPresent()) {
      return new ParentPick.Grouped(parents, maxChildren(parents));
    }
    ForeignKey other = picking.differing().get(key);
    return other != null && parents > 1
        ? new ParentPick.Different(other.name(), parents)
        : new ParentPick.Uniform(parents);
  }

  private long maxChildren(long parents) {
    long widest = (facts.rows() + parents - 1) / Math.max(1, parents);
    return facts.isBalanced() ? widest : Math.max(widest, keys.maxChildren);
  }

  private ParentPick earlier(ForeignKey key, boolean mayBeNull) {
    List<String> shared =
        key.columns().stream()
            .filter(
                column ->
                    facts.keys().stream()
                        .anyMatch(k -> !k.equals(key) && k.columns().contains(column)))
            .toList();
    List<String> within =
        shared.isEmpty() ? List.of() : paths.path(facts.id(), shared).foreignKeys();
    return new ParentPick.Earlier(ROOT_SHARE, !mayBeNull, within);
  }

  private ParentPick within(ForeignKey key, KeyPaths.Cluster cluster) {
    ForeignKey anchor = cluster.anchor();
    return new ParentPick.Within(
        anchor.name(),
        pathOf(anchor, cluster).foreignKeys(),
        pathOf(key, cluster).foreignKeys(),
        keys.distinctWithinGroup.contains(key));
  }

  /** The first rows of the anchor's parent whose ancestor has rows for all the other keys too. */
  private long anchorRows(ForeignKey anchor, KeyPaths.Cluster cluster) {
    long shared = Long.MAX_VALUE;
    for (ForeignKey key : cluster.keys()) {
      shared =
          Math.min(
              shared, ancestors.ancestorsOf(key.referenced(), pathOf(key, cluster).foreignKeys()));
    }
    return ancestors.rowsOfFirst(
        shared, anchor.referenced(), pathOf(anchor, cluster).foreignKeys());
  }

  private KeyPaths.Path pathOf(ForeignKey key, KeyPaths.Cluster cluster) {
    return paths.path(key.referenced(), KeyPaths.referenced(key, cluster.sharedColumns()));
  }

  private long rowsOf(ForeignKey key) {
    return picking.rows().get(key.referenced());
  }
}
