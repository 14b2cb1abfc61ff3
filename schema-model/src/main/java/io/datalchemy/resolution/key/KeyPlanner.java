package io.datalchemy.resolution.key;

import io.datalchemy.resolve.ConstraintOutcome.By;
import io.datalchemy.schema.Constraint.ForeignKey;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Decides how the unique keys of one table hold by construction.
 *
 * <p>First one after the other. If that leaves some unheld, or room for too few rows, those keys,
 * and then those that share columns with them, are held together by one number for each row; the
 * first plan that has room for all rows is taken, or else the one with the most room.
 */
public final class KeyPlanner {
  private final TableFacts facts;
  private final ColumnSpaces spaces;
  private final ParentCounts parents;
  private final Consumer<KeyPlan> settled;

  /**
   * A planner for one table.
   *
   * @param settled puts into a fresh plan what is settled before the unique keys
   */
  public KeyPlanner(
      TableFacts facts, ColumnSpaces spaces, ParentCounts parents, Consumer<KeyPlan> settled) {
    this.facts = facts;
    this.spaces = spaces;
    this.parents = parents;
    this.settled = settled;
  }

  /** Plans the sets in their order. */
  public KeyPlan plan(List<UniqueSet> sets) {
    KeyPlan best = apart(sets);
    for (Together together : candidates(sets, best)) {
      if (holdsAll(best, sets)) {
        return best;
      }
      Optional<KeyPlan> other = together(sets, together);
      best = other.isPresent() && isBetter(other.get(), best) ? other.get() : best;
    }
    return best;
  }

  /** Sets to hold together, and the key to group the rows by. */
  private record Together(List<UniqueSet> sets, Optional<ForeignKey> within) {}

  private KeyPlan apart(List<UniqueSet> sets) {
    KeyPlan plan = fresh();
    new KeyHolder(facts, spaces, parents, plan).holdAll(sets, List.of());
    return plan;
  }

  private Optional<KeyPlan> together(List<UniqueSet> sets, Together together) {
    KeyPlan plan = fresh();
    Coordinates coordinates = new Coordinates(facts, spaces, parents, plan);
    boolean mayGroup =
        together
            .within()
            .filter(key -> !plan.mayGroup(key) || plan.parentDigits.containsKey(key))
            .isEmpty();
    if (!mayGroup
        || !new KeysTogether(coordinates, plan).hold(together.sets(), together.within())) {
      return Optional.empty();
    }
    new KeyHolder(facts, spaces, parents, plan).holdAll(sets, together.sets());
    return Optional.of(plan);
  }

  private KeyPlan fresh() {
    KeyPlan plan = new KeyPlan();
    plan.group = facts.pathKey();
    settled.accept(plan);
    return plan;
  }

  private List<Together> candidates(List<UniqueSet> sets, KeyPlan apart) {
    List<UniqueSet> failing = sets.stream().filter(s -> !holds(apart, s)).toList();
    Set<List<UniqueSet>> groups = new LinkedHashSet<>();
    groups.add(sets.stream().filter(failing::contains).filter(this::canShare).toList());
    groups.add(tied(sets.stream().filter(s -> s.predicate().isEmpty()).toList(), failing));
    groups.add(tied(sets, failing));
    groups.removeIf(List::isEmpty);
    List<Together> candidates = new ArrayList<>();
    for (List<UniqueSet> group : groups) {
      common(group).forEach(key -> candidates.add(new Together(group, Optional.of(key))));
      candidates.add(new Together(group, Optional.empty()));
    }
    return candidates;
  }

  /** The failing sets and all that share columns with them, directly or through others. */
  private List<UniqueSet> tied(List<UniqueSet> sets, List<UniqueSet> failing) {
    Set<String> columns = new LinkedHashSet<>();
    failing.forEach(set -> columns.addAll(set.columns()));
    List<UniqueSet> tied = new ArrayList<>();
    boolean grew = true;
    while (grew) {
      grew = false;
      for (UniqueSet set : sets) {
        boolean touches = set.columns().stream().anyMatch(columns::contains);
        if (touches && canShare(set) && !tied.contains(set)) {
          tied.add(set);
          columns.addAll(set.columns());
          grew = true;
        }
      }
    }
    return sets.stream().filter(tied::contains).toList();
  }

  private boolean canShare(UniqueSet set) {
    return set.unsupported().isEmpty() && set.columns().stream().noneMatch(spaces::isSequence);
  }

  /** The foreign keys by which rows can be grouped that all the sets have. */
  private List<ForeignKey> common(List<UniqueSet> sets) {
    Coordinates coordinates = new Coordinates(facts, spaces, parents, new KeyPlan());
    return coordinates.wholeKeys(sets.get(0)).stream()
        .filter(key -> facts.nullColumns(key).isEmpty())
        .filter(key -> sets.stream().allMatch(set -> coordinates.wholeKeys(set).contains(key)))
        .toList();
  }

  private boolean holdsAll(KeyPlan plan, List<UniqueSet> sets) {
    return sets.stream().allMatch(set -> holds(plan, set));
  }

  private boolean holds(KeyPlan plan, UniqueSet set) {
    return set.unsupported().isPresent() || plan.holds(set.name(), facts.rows());
  }

  private static boolean isBetter(KeyPlan one, KeyPlan other) {
    long unheld = unheld(one);
    return unheld < unheld(other) || (unheld == unheld(other) && one.capacity() > other.capacity());
  }

  private static long unheld(KeyPlan plan) {
    return plan.outcomes().stream().filter(outcome -> outcome.by() == By.UNSUPPORTED).count();
  }
}
