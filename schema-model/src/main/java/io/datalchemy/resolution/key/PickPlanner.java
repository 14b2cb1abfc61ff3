package io.datalchemy.resolution.key;

import io.datalchemy.plan.Pick;
import io.datalchemy.problem.Problem;
import io.datalchemy.resolution.pick.AskedPick;
import io.datalchemy.resolution.pick.FreePick;
import io.datalchemy.resolve.ChildCounts;
import io.datalchemy.resolve.ParentPick;
import io.datalchemy.resolve.ResolvedForeignKey;
import io.datalchemy.schema.Constraint.ForeignKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

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
   * @param candidates the rows of their parents that the keys may pick
   * @param nullRate the share of rows without a parent where there may be such
   * @param shaped the columns that are NULL where a shape says so
   * @param differing the keys whose parents differ from that of another key of the row
   * @param asked what the plan asks of each key
   * @param needsEachParent whether each parent of the group must have a row
   * @param problems where what is asked and cannot be is told
   */
  public record Picking(
      Candidates candidates,
      double nullRate,
      Set<String> shaped,
      Map<ForeignKey, ForeignKey> differing,
      Function<ForeignKey, AskedPick> asked,
      boolean needsEachParent,
      List<Problem> problems) {}

  /** The resolved foreign keys, in the order of the honoured ones. */
  public List<ResolvedForeignKey> plan() {
    List<ResolvedForeignKey> planned = new ArrayList<>();
    for (ForeignKey key : facts.keys()) {
      List<String> nullColumns = nullColumns(key);
      double nullRate = nullRate(key, nullColumns);
      ParentPick pick = pick(key, nullColumns, nullRate);
      planned.add(
          new ResolvedForeignKey(
              key.name(),
              key.columns(),
              key.referencedSchema(),
              key.referencedTable(),
              key.referencedColumns(),
              pick,
              leavesNulls(pick) ? 0 : nullRate,
              nullColumns,
              picking.candidates().among(key)));
    }
    return planned;
  }

  /** Whether the pick itself leaves the rows out that have no parent. */
  private boolean leavesNulls(ParentPick pick) {
    return pick instanceof ParentPick.PerParent perParent && perParent.children() < facts.rows();
  }

  private double nullRate(ForeignKey key, List<String> nullColumns) {
    AskedPick asked = picking.asked().apply(key);
    boolean isAlwaysThere = isAlwaysThere(key, nullColumns);
    if (isAlwaysThere && asked.nullRate().orElse(0.0) > 0 && !facts.isSelfReference(key)) {
      picking
          .problems()
          .add(
              Problem.error(
                      "null_rate_not_possible",
                      asked.path() + "/null_rate",
                      facts.id()
                          + ": foreign key "
                          + key.name()
                          + ": cannot be NULL at a share of "
                          + asked.nullRate().get()
                          + ": its columns may not be NULL, or a CHECK or another key decides when")
                  .withHint("leave null_rate out"));
    }
    if (picking.candidates().isEmpty(key)) {
      return nullColumns.isEmpty() ? 0 : 1;
    }
    double unasked = asked.isPerParent() ? 0 : picking.nullRate();
    return isAlwaysThere ? 0 : asked.nullRate().orElse(unasked);
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

  private ParentPick pick(ForeignKey key, List<String> nullColumns, double nullRate) {
    AskedPick asked = picking.asked().apply(key);
    Optional<KeyPaths.Cluster> cluster = paths.cluster(facts.id(), key);
    if (facts.isSelfReference(key)) {
      refuse(asked, key, "a row's parent is one of the rows before it");
      return earlier(key, !nullColumns.isEmpty());
    }
    if (cluster.isPresent() && !cluster.get().anchor().equals(key)) {
      return within(key, cluster.get(), asked);
    }
    long parents = cluster.map(c -> anchorRows(key, c)).orElseGet(() -> rowsOf(key));
    if (keys.oneToOne.contains(key)) {
      boolean isSame = asked.pick().filter(p -> p.kind() == Pick.Kind.ONE_TO_ONE).isPresent();
      refuse(isSame ? AskedPick.NOTHING : asked, key, "a unique key makes it one to one");
      return new ParentPick.OneToOne(parents, false);
    }
    if (keys.parentDigits.containsKey(key)) {
      return new ParentPick.Coordinate(parents, keys.parentDigits.get(key));
    }
    if (keys.ordered.containsKey(key)) {
      return keys.ordered.get(key);
    }
    if (keys.distinctWithinGroup.contains(key)) {
      refuse(asked, key, "a unique key makes it differ within another key");
      ForeignKey group = keys.group.orElseThrow();
      boolean isAnother = group.equals(picking.differing().get(key));
      return new ParentPick.Distinct(group.name(), parents, isAnother);
    }
    if (keys.group.filter(key::equals).isPresent()) {
      return grouped(key, parents, asked);
    }
    ForeignKey other = picking.differing().get(key);
    if (other != null && parents > 1) {
      refuse(asked, key, "a CHECK makes it differ from " + other.name());
      return new ParentPick.Different(other.name(), parents);
    }
    return free(key, parents, asked, nullColumns.containsAll(key.columns()) ? nullRate : 0);
  }

  private ParentPick free(ForeignKey key, long parents, AskedPick asked, double nullRate) {
    boolean isBounded = asked.pick().filter(p -> p.kind() == Pick.Kind.ONE_TO_ONE).isPresent();
    if (isBounded && facts.nullColumns(key).isEmpty()) {
      keys.bound(
          new RowLimit(
              parents, key.name(), parents + " rows of " + key.referenced() + ", one to one"));
    }
    if (parents == 0) {
      return new ParentPick.Uniform(0);
    }
    FreePick free = freePick(key, parents);
    return asked.isPerParent()
        ? free.perParent(asked, true, facts.rows() - Math.round(nullRate * facts.rows()))
        : free.of(asked);
  }

  private ParentPick grouped(ForeignKey key, long parents, AskedPick asked) {
    if (!asked.isPerParent()) {
      refuse(asked, key, "other keys need the rows in order of their parents");
      return new ParentPick.Grouped(parents, maxChildren(parents));
    }
    ChildCounts counts = asked.counts();
    if (counts.max() > keys.maxChildren) {
      refuse(asked, key, "a unique key allows " + keys.maxChildren + " rows a parent at most");
    }
    if (counts.least() < 1 && picking.needsEachParent()) {
      refuse(asked, key, "keys that share columns need a row of each parent: min must be 1");
    }
    return freePick(key, parents).perParent(asked, false, facts.rows());
  }

  private void refuse(AskedPick asked, ForeignKey key, String why) {
    if (asked.isAboutParents()) {
      freePick(key, 1).refuse(asked, why);
    }
  }

  private FreePick freePick(ForeignKey key, long parents) {
    return new FreePick(facts.id(), key, facts.rows(), parents, picking.problems());
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
    AskedPick asked = picking.asked().apply(key);
    double rootShare = asked.rootShare().or(asked::nullRate).orElse(ROOT_SHARE);
    return new ParentPick.Earlier(rootShare, !mayBeNull, within, asked.maxDepth());
  }

  private ParentPick within(ForeignKey key, KeyPaths.Cluster cluster, AskedPick asked) {
    ForeignKey anchor = cluster.anchor();
    boolean isDistinct = keys.distinctWithinGroup.contains(key);
    boolean canSkew = asked.skew().isPresent() && !isDistinct && asked.childless().isEmpty();
    boolean isEven = asked.pick().filter(p -> p.kind() == Pick.Kind.UNIFORM).isPresent();
    if (!canSkew && !(isEven && asked.childless().isEmpty())) {
      refuse(asked, key, "it shares columns with " + anchor.name() + ", which is picked first");
    }
    return new ParentPick.Within(
        anchor.name(),
        pathOf(anchor, cluster).foreignKeys(),
        pathOf(key, cluster).foreignKeys(),
        isDistinct,
        canSkew ? asked.skew() : Optional.empty());
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
    return picking.candidates().count(key);
  }
}
