package io.datalchemy.resolution.key;

import io.datalchemy.resolution.key.design.Coordinate;
import io.datalchemy.resolve.ConstraintOutcome;
import io.datalchemy.resolve.ConstraintOutcome.By;
import io.datalchemy.resolve.Distinctness;
import io.datalchemy.resolve.ParentPick;
import io.datalchemy.resolve.RowDigits;
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
  final Map<ForeignKey, RowDigits> parentDigits = new LinkedHashMap<>();
  final Map<ForeignKey, ParentPick.OrderedPair> ordered = new LinkedHashMap<>();
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

  /** The keys whose parents follow from a number that the row has by several unique keys. */
  public Map<ForeignKey, RowDigits> parentDigits() {
    return parentDigits;
  }

  /** The keys that are the two sides of a pair of parents in order. */
  public Map<ForeignKey, ParentPick.OrderedPair> ordered() {
    return ordered;
  }

  /** Lets two keys be the sides of a pair. */
  public void pair(Map<ForeignKey, ParentPick.OrderedPair> sides) {
    ordered.putAll(sides);
  }

  /** Whether unique keys decide which parents a key's rows have. */
  public boolean decides(ForeignKey key) {
    return oneToOne.contains(key)
        || distinctWithinGroup.contains(key)
        || parentDigits.containsKey(key)
        || ordered.containsKey(key)
        || group.filter(key::equals).isPresent();
  }

  /** The columns that have a value in every row, as a key demands it. */
  public Set<String> neverNull() {
    return neverNull;
  }

  /** The conditions that only some rows may meet. */
  public List<Gate> gates() {
    return gates;
  }

  /** Whether the column is tested by a condition that only some rows may meet. */
  boolean isGated(String column) {
    return gates.stream().anyMatch(gate -> gate.set().tested().contains(column));
  }

  boolean isOrdinal(String column) {
    return ordinals.containsKey(column);
  }

  /** Whether some rows may meet a condition on these columns: no gate keeps all rows out. */
  boolean mayEnter(Set<String> tested) {
    return gates.stream().noneMatch(gate -> !gate.onlyFirst() && sharesColumns(gate, tested));
  }

  /** Adds a gate; one that no row may pass closes those that test the same columns. */
  void addGate(Gate added) {
    if (!added.onlyFirst()) {
      Set<String> tested = added.set().tested();
      gates.replaceAll(
          gate ->
              sharesColumns(gate, tested) ? new Gate(gate.set(), gate.predicate(), false) : gate);
    }
    gates.add(added);
  }

  private static boolean sharesColumns(Gate gate, Set<String> tested) {
    return gate.set().tested().stream().anyMatch(tested::contains);
  }

  /** What became of the unique keys. */
  public List<ConstraintOutcome> outcomes() {
    return outcomes;
  }

  /** Whether the rows can be grouped by a key, as they are not by another. */
  public boolean mayGroup(ForeignKey key) {
    return group.isEmpty() || group.get().equals(key);
  }

  /** Groups the rows by a key, no parent of which gets more children than that. */
  public void groupBy(ForeignKey key, long children) {
    group = Optional.of(key);
    maxChildren = Math.min(maxChildren, children);
  }

  /** Lets a column number the rows of each parent of a key, of which there are so many at most. */
  public void number(String column, ForeignKey key, long most) {
    ordinals.put(column, key);
    groupBy(key, most);
  }

  /** Lets the values of a column differ from row to row. */
  public void distinguish(String column, Distinctness how) {
    distinct.put(column, how);
  }

  /** Lets a column or a foreign key of a table follow from digits of a number. */
  public void tell(Coordinate coordinate, RowDigits digits, TableFacts facts) {
    if (!coordinate.isParent()) {
      distinct.put(coordinate.name(), new Distinctness.Coordinate(digits, false));
      return;
    }
    facts.keys().stream()
        .filter(key -> key.name().equals(coordinate.name()))
        .forEach(key -> parentDigits.put(key, digits));
  }

  /** Lets a column have a value in every row. */
  public void fillAlways(String column) {
    neverNull.add(column);
  }

  /** Adds what became of a constraint. */
  public void add(ConstraintOutcome outcome) {
    outcomes.add(outcome);
  }

  /** Adds a limit that something else than a unique key sets. */
  public void bound(RowLimit limit) {
    limits.add(limit);
  }

  /** Lets no parent of the group have more children than this. */
  public void boundChildren(long most) {
    maxChildren = Math.min(maxChildren, most);
  }

  /** Whether the key of that name is held for so many rows. */
  public boolean holds(String constraint, long rows) {
    return outcomes.stream().noneMatch(o -> o.name().equals(constraint) && o.by() == By.UNSUPPORTED)
        && limits.stream().noneMatch(l -> l.constraint().equals(constraint) && l.maxRows() < rows);
  }

  /** Why the key of that name has no room for more rows, or is not held. */
  public Optional<String> obstacle(String constraint) {
    return outcomes.stream()
        .filter(o -> o.name().equals(constraint) && o.by() == By.UNSUPPORTED)
        .map(ConstraintOutcome::detail)
        .findFirst()
        .or(
            () ->
                limits.stream()
                    .filter(limit -> limit.constraint().equals(constraint))
                    .min(java.util.Comparator.comparingLong(RowLimit::maxRows))
                    .map(RowLimit::reason));
  }

  /** How many rows can be at most. */
  long capacity() {
    return limit().map(RowLimit::maxRows).orElse(Long.MAX_VALUE);
  }

  /** The narrowest limit, if the keys bound the number of rows. */
  public Optional<RowLimit> limit() {
    return limits.stream().min(java.util.Comparator.comparingLong(RowLimit::maxRows));
  }
}
