package io.datalchemy.resolution.key;

import io.datalchemy.resolve.ConstraintOutcome;
import io.datalchemy.resolve.ConstraintOutcome.By;
import io.datalchemy.resolve.Distinctness;
import io.datalchemy.schema.Constraint.ForeignKey;
import io.datalchemy.schema.TableId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/**
 * Decides how the unique keys of one table hold by construction.
 *
 * <p>The means, in order of preference: a column that counts the rows; a number within the parent;
 * a column with values enough for all rows, by bijection; one parent for one row; parents that
 * differ within a parent; values that differ within a parent; several columns as digits of one
 * number.
 */
public final class KeyPlanner {
  private static final String NOT_NUMBERED =
      "none of its columns has a generator whose values can be numbered (derives and transforms"
          + " cannot)";

  private final TableFacts facts;
  private final ColumnSpaces spaces;
  private final ToLongFunction<TableId> rowsOf;
  private final ToLongFunction<ForeignKey> siblingsWithin;
  private final KeyPlan plan = new KeyPlan();

  /**
   * A planner for one table.
   *
   * @param rowsOf the rows of each parent
   * @param siblingsWithin how many rows a key's parent has, at least, within what it shares with
   *     the other keys of the table
   */
  public KeyPlanner(
      TableFacts facts,
      ColumnSpaces spaces,
      ToLongFunction<TableId> rowsOf,
      ToLongFunction<ForeignKey> siblingsWithin) {
    this.facts = facts;
    this.spaces = spaces;
    this.rowsOf = rowsOf;
    this.siblingsWithin = siblingsWithin;
  }

  /** Plans the sets in their order; called once. */
  public KeyPlan plan(List<UniqueSet> sets) {
    plan.group = facts.pathKey();
    for (UniqueSet set : sets) {
      if (set.unsupported().isPresent()) {
        unsupported(set, "the expression " + set.unsupported().get() + " is not understood");
      } else {
        if (!set.exemptsNulls()) {
          plan.neverNull.addAll(set.columns());
        }
        hold(set);
      }
    }
    return plan;
  }

  private void hold(UniqueSet set) {
    List<ForeignKey> keys = wholeKeys(set);
    List<String> own = set.columns().stream().filter(c -> !facts.isForeign(c)).toList();
    Optional<String> counter = own.stream().filter(spaces::isSequence).findFirst();
    if (counter.isPresent()) {
      built(set, "a column that counts the rows");
      spaces
          .size(counter.get(), false)
          .ifPresent(count -> limit(set, count, "values of " + counter.get()));
    } else if (own.stream().anyMatch(c -> isBijective(c, set))) {
      built(set, "a column that no two rows share");
    } else if (!holdByNumber(set, keys, own) && !holdByColumn(set, own)) {
      holdByParents(set, keys, own);
    }
  }

  private boolean isBijective(String column, UniqueSet set) {
    return plan.distinct.get(column) instanceof Distinctness.Bijection bijection
        && (bijection.caseInsensitive() || !set.folded().contains(column));
  }

  /** The foreign keys inside the set, without those that lie inside a longer one. */
  private List<ForeignKey> wholeKeys(UniqueSet set) {
    List<ForeignKey> inside =
        facts.keys().stream()
            .filter(key -> set.columns().containsAll(key.columns()))
            .filter(key -> !facts.isSelfReference(key))
            .toList();
    return inside.stream()
        .filter(
            key ->
                inside.stream()
                    .noneMatch(
                        other ->
                            other.columns().size() > key.columns().size()
                                && other.columns().containsAll(key.columns())))
        .toList();
  }

  private boolean holdByNumber(UniqueSet set, List<ForeignKey> keys, List<String> own) {
    Optional<String> number =
        own.stream().filter(c -> spaces.canNumber(c) && !spaces.isRuled(c)).findFirst();
    Optional<ForeignKey> group = groupAmong(keys);
    if (number.isEmpty() || group.isEmpty() || plan.distinct.containsKey(number.get())) {
      return false;
    }
    plan.group = group;
    plan.ordinals.put(number.get(), group.get());
    plan.maxChildren = Math.min(plan.maxChildren, spaces.size(number.get(), false).orElse(1));
    built(set, number.get() + " counts the rows of each parent of " + group.get().name());
    limit(set, saturated(rowsOf(group.get()), plan.maxChildren), "numbers within a parent");
    return true;
  }

  private boolean holdByColumn(UniqueSet set, List<String> own) {
    Optional<String> widest =
        own.stream()
            .filter(c -> !plan.distinct.containsKey(c) && !plan.ordinals.containsKey(c))
            .filter(c -> size(c, set) >= facts.rows())
            .max(Comparator.comparingLong(c -> size(c, set)));
    widest.ifPresent(
        column -> {
          boolean ascending = set.isPrimary() && spaces.canAscend(column);
          plan.distinct.put(
              column,
              new Distinctness.Bijection(set.name(), set.folded().contains(column), ascending));
          limit(set, size(column, set), "values of " + column);
          built(set, "row number to value of " + column + ", one to one");
        });
    return widest.isPresent();
  }

  private void holdByParents(UniqueSet set, List<ForeignKey> keys, List<String> own) {
    if (set.predicate().isPresent()) {
      holdPartial(set, keys, own);
    } else if (own.isEmpty() && keys.size() == 1) {
      holdOneToOne(set, keys.get(0));
    } else if (own.isEmpty() && keys.size() > 1) {
      holdByDistinctParents(set, keys);
    } else if (!keys.isEmpty() && groupAmong(keys).isPresent()) {
      holdWithinParent(set, groupAmong(keys).get(), own);
    } else {
      holdByDigits(set, own);
    }
  }

  private void holdPartial(UniqueSet set, List<ForeignKey> keys, List<String> own) {
    boolean onlyFirst = own.isEmpty() && keys.size() == 1 && groupAmong(keys).isPresent();
    if (onlyFirst) {
      plan.group = groupAmong(keys);
    }
    plan.gates.add(new KeyPlan.Gate(set, set.predicate().orElseThrow(), onlyFirst));
    String who = onlyFirst ? "only the first row of each parent" : "no row";
    built(set, who + " meets " + set.predicate().orElseThrow());
  }

  private void holdOneToOne(UniqueSet set, ForeignKey key) {
    boolean isFree = plan.group.isEmpty() || plan.group.get().equals(key);
    if (!isFree && facts.keys().stream().anyMatch(o -> isSharing(o, key))) {
      unsupported(set, "rows are grouped by " + plan.group.get().name() + " already");
      return;
    }
    plan.oneToOne.add(key);
    built(set, "each parent of " + key.name() + " has one row at most");
    boolean mayBeNull = set.exemptsNulls() && !facts.nullColumns(key).isEmpty();
    if (!mayBeNull) {
      limit(set, rowsOf(key), "rows of " + key.referenced());
    }
  }

  private void holdByDistinctParents(UniqueSet set, List<ForeignKey> keys) {
    Optional<ForeignKey> group =
        groupAmong(
            keys.stream().sorted(Comparator.comparingLong(this::rowsOf).reversed()).toList());
    if (group.isEmpty()) {
      unsupported(set, "rows are grouped by another key already");
      return;
    }
    ForeignKey other = keys.stream().filter(k -> !k.equals(group.get())).findFirst().orElseThrow();
    plan.group = group;
    plan.distinctWithinGroup.add(other);
    long choices = siblingsWithin.applyAsLong(other);
    plan.maxChildren = Math.min(plan.maxChildren, choices);
    limit(set, saturated(rowsOf(group.get()), choices), "pairs of parents");
    built(set, "rows of one parent of " + group.get().name() + " differ in " + other.name());
  }

  private void holdWithinParent(UniqueSet set, ForeignKey group, List<String> own) {
    String column = own.stream().max(Comparator.comparingLong(c -> size(c, set))).orElseThrow();
    if (size(column, set) == 0) {
      unsupported(set, NOT_NUMBERED);
      return;
    }
    plan.group = Optional.of(group);
    plan.distinct.put(
        column,
        new Distinctness.WithinParent(set.name(), group.name(), set.folded().contains(column)));
    plan.maxChildren = Math.min(plan.maxChildren, size(column, set));
    limit(set, saturated(rowsOf(group), size(column, set)), "values of " + column + " per parent");
    built(set, "rows of one parent of " + group.name() + " differ in " + column);
  }

  private void holdByDigits(UniqueSet set, List<String> own) {
    List<String> free =
        own.stream().filter(c -> size(c, set) > 0 && !plan.distinct.containsKey(c)).toList();
    long total = 1;
    for (String column : free) {
      total = saturated(total, size(column, set));
    }
    if (free.isEmpty()) {
      unsupported(set, NOT_NUMBERED);
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
    longestFirst.sort(Comparator.comparingInt((ForeignKey key) -> key.columns().size()).reversed());
    return longestFirst.stream().findFirst();
  }

  private static boolean isSharing(ForeignKey key, ForeignKey other) {
    return !key.equals(other) && !KeyPaths.shared(key, other).isEmpty();
  }

  private long size(String column, UniqueSet set) {
    return spaces.size(column, set.folded().contains(column)).orElse(0);
  }

  private long rowsOf(ForeignKey key) {
    return rowsOf.applyAsLong(key.referenced());
  }

  private static long saturated(long a, long b) {
    return a != 0 && b > Long.MAX_VALUE / a ? Long.MAX_VALUE : a * b;
  }

  private void limit(UniqueSet set, long maxRows, String what) {
    plan.limits.add(new RowLimit(maxRows, set.name(), maxRows + " " + what));
  }

  private void built(UniqueSet set, String how) {
    plan.outcomes.add(new ConstraintOutcome(set.name(), set.kind(), By.CONSTRUCTION, how));
  }

  private void unsupported(UniqueSet set, String why) {
    plan.outcomes.add(new ConstraintOutcome(set.name(), set.kind(), By.UNSUPPORTED, why));
  }
}
