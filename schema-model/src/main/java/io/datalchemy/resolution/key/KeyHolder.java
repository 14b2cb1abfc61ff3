package io.datalchemy.resolution.key;

import io.datalchemy.resolve.ConstraintOutcome;
import io.datalchemy.resolve.ConstraintOutcome.By;
import io.datalchemy.resolve.Distinctness;
import io.datalchemy.schema.Constraint.ForeignKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Holds the unique keys of one table, one after the other, each by the cheapest means left.
 *
 * <p>The means, in order of preference: a column that counts the rows; a number within the parent;
 * a column with values enough for all rows, by bijection; one parent for one row; parents that
 * differ within a parent; values that differ within a parent; several columns as digits of one
 * number.
 */
final class KeyHolder {
  private final TableFacts facts;
  private final ColumnSpaces spaces;
  private final ParentCounts parents;
  private final KeyPlan plan;
  private final Coordinates coordinates;
  private final Set<String> foldedSomewhere = new LinkedHashSet<>();

  KeyHolder(TableFacts facts, ColumnSpaces spaces, ParentCounts parents, KeyPlan plan) {
    this.facts = facts;
    this.spaces = spaces;
    this.parents = parents;
    this.plan = plan;
    this.coordinates = new Coordinates(facts, spaces, parents, plan);
  }

  /** Holds the sets in their order, but those that are held already. */
  void holdAll(List<UniqueSet> sets, List<UniqueSet> held) {
    sets.forEach(set -> foldedSomewhere.addAll(set.folded()));
    for (UniqueSet set : sets) {
      if (set.unsupported().isPresent()) {
        unsupported(set, set.unsupported().get());
      } else {
        if (!set.exemptsNulls()) {
          plan.neverNull.addAll(set.columns());
        }
        plan.neverNull.addAll(set.valued());
        if (!held.contains(set)) {
          hold(set);
        }
      }
    }
  }

  private void hold(UniqueSet set) {
    List<ForeignKey> keys = coordinates.wholeKeys(set);
    List<String> own = set.columns().stream().filter(c -> !facts.isForeign(c)).toList();
    Optional<String> counter = own.stream().filter(spaces::isSequence).findFirst();
    if (keys.stream().filter(plan.ordered::containsKey).count() == 2) {
      built(set, "each row has another pair of parents");
    } else if (counter.isPresent()) {
      built(set, "a column that counts the rows");
      spaces
          .size(counter.get(), false)
          .ifPresent(count -> limit(set, count, "values of " + counter.get()));
    } else if (own.stream().anyMatch(c -> isBijective(c, set))) {
      built(set, "a column that no two rows share");
    } else if (own.stream().anyMatch(c -> isDistinctWithin(c, set, keys))) {
      built(set, "a column that no two rows of one parent share");
    } else if (!holdByNumber(set, keys, own) && !holdByColumn(set, own)) {
      holdByParents(set, keys, own);
    }
  }

  private boolean isBijective(String column, UniqueSet set) {
    Distinctness distinct = plan.distinct.get(column);
    boolean isLine =
        distinct instanceof Distinctness.Slot slot
            && slot.foreignKey().isEmpty()
            && slot.digits().isEmpty();
    return isLine
        || (distinct instanceof Distinctness.Bijection bijection
            && (bijection.caseInsensitive() || !set.folded().contains(column)));
  }

  /** Whether an earlier key has made the column differ within a parent that is in this key too. */
  private boolean isDistinctWithin(String column, UniqueSet set, List<ForeignKey> keys) {
    Distinctness distinct = plan.distinct.get(column);
    Optional<String> parent = Optional.empty();
    boolean isFolded = set.folded().contains(column);
    if (distinct instanceof Distinctness.WithinParent within) {
      parent = Optional.of(within.foreignKey()).filter(n -> within.caseInsensitive() || !isFolded);
    } else if (distinct instanceof Distinctness.Slot slot && slot.digits().isEmpty()) {
      parent = slot.foreignKey();
    } else if (plan.ordinals.containsKey(column)) {
      parent = Optional.of(plan.ordinals.get(column).name());
    }
    return parent.filter(name -> keys.stream().anyMatch(k -> k.name().equals(name))).isPresent();
  }

  private boolean holdByNumber(UniqueSet set, List<ForeignKey> keys, List<String> own) {
    Optional<String> number =
        own.stream().filter(c -> spaces.canNumber(c) && !spaces.isRuled(c)).findFirst();
    Optional<ForeignKey> group = groupAmong(keys);
    if (number.isEmpty() || group.isEmpty() || !coordinates.isFree(number.get())) {
      return false;
    }
    plan.group = group;
    plan.ordinals.put(number.get(), group.get());
    plan.maxChildren = Math.min(plan.maxChildren, spaces.size(number.get(), false).orElse(1));
    built(set, number.get() + " counts the rows of each parent of " + group.get().name());
    limit(set, saturated(parents.rows(group.get()), plan.maxChildren), "numbers within a parent");
    return true;
  }

  private boolean holdByColumn(UniqueSet set, List<String> own) {
    Optional<String> widest =
        own.stream()
            .filter(coordinates::isFree)
            .filter(c -> size(c, set) >= facts.rows())
            .max(Comparator.comparingLong(c -> size(c, set)));
    widest.ifPresent(
        column -> {
          boolean ascending = set.isPrimary() && spaces.canAscend(column);
          plan.distinct.put(
              column, new Distinctness.Bijection(set.name(), isFolded(column, set), ascending));
          limit(set, size(column, set), "values of " + column);
          built(set, "row number to value of " + column + ", one to one");
        });
    return widest.isPresent();
  }

  /** Whether case does not count, for this set or for another that the column could hold too. */
  private boolean isFolded(String column, UniqueSet set) {
    return set.folded().contains(column)
        || (foldedSomewhere.contains(column)
            && spaces.size(column, true).orElse(0) >= facts.rows());
  }

  private void holdByParents(UniqueSet set, List<ForeignKey> keys, List<String> own) {
    boolean isFirstOnly = own.isEmpty() && keys.size() == 1 && groupAmong(keys).isPresent();
    if (set.predicate().isPresent() && (isFirstOnly || !fits(set, keys, own))) {
      holdPartial(set, keys);
    } else if (own.isEmpty() && keys.size() == 1) {
      holdOneToOne(set, keys.get(0));
    } else if (own.isEmpty() && keys.size() > 1) {
      holdByDistinctParents(set, keys);
    } else if (!keys.isEmpty() && groupAmong(keys).isPresent()) {
      holdWithinParent(set, groupAmong(keys).get(), own);
    } else if (keys.isEmpty() || !holdTogether(set)) {
      holdByDigits(set, own);
    }
  }

  private boolean holdTogether(UniqueSet set) {
    return new KeysTogether(coordinates, plan).hold(List.of(set), Optional.empty());
  }

  /** Whether a partial key can be held for all rows, as if it had no predicate. */
  private boolean fits(UniqueSet set, List<ForeignKey> keys, List<String> own) {
    Optional<ForeignKey> group = groupAmong(keys);
    if (own.isEmpty()) {
      return keys.size() > 1
          && group.isPresent()
          && keys.stream()
              .filter(key -> !key.equals(group.get()))
              .limit(1)
              .anyMatch(key -> perParent(group.get()) <= parents.within(key));
    }
    if (group.isPresent()) {
      return widest(set, own).filter(c -> perParent(group.get()) <= size(c, set)).isPresent();
    }
    return coordinates.product(set) >= facts.rows();
  }

  /** How many rows the parents of the group have on average, rounded up. */
  private long perParent(ForeignKey group) {
    long count = Math.max(1, parents.rows(group));
    return (facts.rows() + count - 1) / count;
  }

  private Optional<String> widest(UniqueSet set, List<String> own) {
    return own.stream()
        .filter(c -> size(c, set) > 0)
        .filter(coordinates::isFree)
        .max(Comparator.comparingLong(c -> size(c, set)));
  }

  private void holdPartial(UniqueSet set, List<ForeignKey> keys) {
    Set<String> tested = set.tested();
    if (tested.stream().anyMatch(c -> plan.distinct.containsKey(c) || plan.isOrdinal(c))) {
      unsupported(set, "other keys have settled the values that its predicate tests");
      return;
    }
    Optional<ForeignKey> group = groupAmong(keys);
    boolean isFirstOnly = group.isPresent() && plan.mayEnter(tested);
    if (isFirstOnly) {
      plan.group = group;
    }
    plan.addGate(new KeyPlan.Gate(set, set.predicate().orElseThrow(), isFirstOnly));
    String who = isFirstOnly ? "only the first row of each parent" : "no row";
    built(set, who + " meets " + set.predicate().orElseThrow());
  }

  private void holdOneToOne(UniqueSet set, ForeignKey key) {
    boolean isFree = plan.group.isEmpty() || plan.group.get().equals(key);
    if (plan.parentDigits.containsKey(key)) {
      unsupported(set, "other keys have settled the parents of its rows");
      return;
    }
    if (!isFree && facts.keys().stream().anyMatch(o -> isSharing(o, key))) {
      unsupported(set, "rows are grouped by " + plan.group.get().name() + " already");
      return;
    }
    plan.oneToOne.add(key);
    built(set, "each parent of " + key.name() + " has one row at most");
    boolean mayBeNull = set.exemptsNulls() && !facts.nullColumns(key).isEmpty();
    if (!mayBeNull) {
      limit(set, parents.rows(key), "rows of " + key.referenced());
    }
  }

  private void holdByDistinctParents(UniqueSet set, List<ForeignKey> keys) {
    if (keys.stream().anyMatch(plan.oneToOne::contains)) {
      built(set, "each parent of one of its keys has one row at most");
      return;
    }
    Optional<ForeignKey> group =
        groupAmong(
            keys.stream().sorted(Comparator.comparingLong(parents::rows).reversed()).toList());
    Optional<ForeignKey> second =
        keys.stream()
            .filter(k -> group.isPresent() && !k.equals(group.get()))
            .filter(k -> plan.distinctWithinGroup.contains(k) || !plan.decides(k))
            .findFirst();
    if (second.isEmpty()) {
      if (!holdTogether(set)) {
        unsupported(set, "other keys have settled the parents of its rows");
      }
      return;
    }
    ForeignKey other = second.get();
    plan.group = group;
    plan.distinctWithinGroup.add(other);
    long choices = parents.within(other);
    plan.maxChildren = Math.min(plan.maxChildren, choices);
    limit(set, saturated(parents.rows(group.get()), choices), "pairs of parents");
    built(set, "rows of one parent of " + group.get().name() + " differ in " + other.name());
  }

  private void holdWithinParent(UniqueSet set, ForeignKey group, List<String> own) {
    Optional<String> found = widest(set, own);
    if (found.isEmpty()) {
      unsupported(set, notNumbered(own));
      return;
    }
    String column = found.get();
    plan.group = Optional.of(group);
    plan.distinct.put(
        column,
        new Distinctness.WithinParent(set.name(), group.name(), set.folded().contains(column)));
    plan.maxChildren = Math.min(plan.maxChildren, size(column, set));
    limit(
        set,
        saturated(parents.rows(group), size(column, set)),
        "values of " + column + " per parent");
    built(set, "rows of one parent of " + group.name() + " differ in " + column);
  }

  private void holdByDigits(UniqueSet set, List<String> own) {
    List<String> free =
        own.stream().filter(c -> size(c, set) > 0 && coordinates.isFree(c)).toList();
    long total = 1;
    for (String column : free) {
      total = saturated(total, size(column, set));
    }
    if (free.isEmpty()) {
      unsupported(set, notNumbered(own));
      return;
    }
    long divisor = 1;
    for (String column : free) {
      long modulus = size(column, set);
      plan.distinct.put(
          column,
          new Distinctness.Digit(
              set.name(), divisor, modulus, total, set.folded().contains(column)));
      divisor = saturated(divisor, modulus);
    }
    limit(set, total, free.size() == 1 ? "values of " + free.get(0) : "combinations of values");
    built(set, "row number to the values of " + free + ", one to one");
  }

  /** The key to group by: the one that is the group already, or the first if there is none. */
  private Optional<ForeignKey> groupAmong(List<ForeignKey> keys) {
    if (plan.group.isPresent()) {
      return plan.group.filter(keys::contains);
    }
    List<ForeignKey> longestFirst = new ArrayList<>(keys);
    longestFirst.removeIf(key -> !facts.nullColumns(key).isEmpty());
    longestFirst.removeIf(plan.parentDigits::containsKey);
    longestFirst.sort(Comparator.comparingInt((ForeignKey key) -> key.columns().size()).reversed());
    return longestFirst.stream().findFirst();
  }

  private static boolean isSharing(ForeignKey key, ForeignKey other) {
    return !key.equals(other) && !KeyPaths.shared(key, other).isEmpty();
  }

  private long size(String column, UniqueSet set) {
    return spaces.size(column, set.folded().contains(column)).orElse(0);
  }

  private long size(String column) {
    return spaces.size(column, false).orElse(0);
  }

  private String notNumbered(List<String> own) {
    return own.stream()
        .filter(column -> size(column) == 0)
        .flatMap(column -> spaces.obstacle(column).stream().map(why -> column + ": " + why))
        .findFirst()
        .orElse("other keys have settled the values of all of its columns");
  }

  private static long saturated(long a, long b) {
    return a != 0 && b > Long.MAX_VALUE / a ? Long.MAX_VALUE : a * b;
  }

  private void limit(UniqueSet set, long maxRows, String what) {
    plan.limits.add(
        new RowLimit(maxRows, set.name(), maxRows + " " + what + coordinates.unused(set, maxRows)));
  }

  private void built(UniqueSet set, String how) {
    plan.outcomes.add(new ConstraintOutcome(set.name(), set.kind(), By.CONSTRUCTION, how));
  }

  private void unsupported(UniqueSet set, String why) {
    plan.outcomes.add(new ConstraintOutcome(set.name(), set.kind(), By.UNSUPPORTED, why));
  }
}
