package io.datalchemy.resolution.key;

import io.datalchemy.resolve.ConstraintOutcome;
import io.datalchemy.resolve.Distinctness;
import io.datalchemy.schema.Constraint.ForeignKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the keys of one table need of its columns and foreign keys; filled by {@link KeyPlanner}.
 */
public final class KeyPlan {
  /** The foreign key by whose parents the rows are grouped. */
  Optional<ForeignKey> group = Optional.empty();

  /** No parent of the group gets more children than this. */
  long maxChildren = Long.MAX_VALUE;

  final Map<String, Distinctness> distinct = new LinkedHashMap<>();
  final Map<String, ForeignKey> ordinals = new LinkedHashMap<>();
  final Set<ForeignKey> oneToOne = new LinkedHashSet<>();
  final Set<ForeignKey> distinctWithinGroup = new LinkedHashSet<>();
  final Set<String> neverNull = new LinkedHashSet<>();
  final List<Gate> gates = new ArrayList<>();
  final List<RowLimit> limits = new ArrayList<>();
  final List<ConstraintOutcome> outcomes = new ArrayList<>();

  /**
   * A condition that only some rows may meet, so that a partial unique index holds.
   *
   * @param onlyFirst the first child of each parent of the group may meet it; otherwise no row may
   */
  public record Gate(UniqueSet set, String predicate, boolean onlyFirst) {}

  /** The foreign key by whose parents the rows are grouped, if there is one. */
  public Optional<ForeignKey> group() {
    return group;
  }

  /** Groups the rows by a key where nothing else asks for a grouping. */
  public void groupUnlessGrouped(ForeignKey key) {
    if (group.isEmpty()) {
      group = Optional.of(key);
    }
  }

  /** No parent of the group may get more children than this. */
  public long maxChildren() {
    return maxChildren;
  }

  /** How the values of a column differ from row to row, by column. */
  public Map<String, Distinctness> distinct() {
    return distinct;
  }

  /** The columns that hold a row's place among the children of a key's parent. */
  public Map<String, ForeignKey> ordinals() {
    return ordinals;
  }

  /** The keys whose parents have one row at most. */
  public Set<ForeignKey> oneToOne() {
    return oneToOne;
  }

  /** The keys whose parents differ among the rows of one parent of the group. */
  public Set<ForeignKey> distinctWithinGroup() {
    return distinctWithinGroup;
  }

  /** The columns that have a value in every row, as a key demands it. */
  public Set<String> neverNull() {
    return neverNull;
  }

  /** The conditions that only some rows may meet. */
  public List<Gate> gates() {
    return gates;
  }

  /** What became of the unique keys. */
  public List<ConstraintOutcome> outcomes() {
    return outcomes;
  }

  /** Adds a limit that something else than a unique key sets. */
  public void bound(RowLimit limit) {
    limits.add(limit);
  }

  /** Lets no parent of the group have more children than this. */
  public void boundChildren(long most) {
    maxChildren = Math.min(maxChildren, most);
  }

  /** The narrowest limit, if the keys bound the number of rows. */
  public Optional<RowLimit> limit() {
    return limits.stream().min(java.util.Comparator.comparingLong(RowLimit::maxRows));
  }
}
