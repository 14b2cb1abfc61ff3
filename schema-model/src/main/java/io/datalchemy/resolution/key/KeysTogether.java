package io.datalchemy.resolution.key;

import io.datalchemy.resolution.key.design.Coordinate;
import io.datalchemy.resolution.key.design.Design;
import io.datalchemy.resolution.key.design.DesignSearch;
import io.datalchemy.resolve.ConstraintOutcome;
import io.datalchemy.resolve.ConstraintOutcome.By;
import io.datalchemy.resolve.Distinctness;
import io.datalchemy.resolve.RowDigits;
import io.datalchemy.schema.Constraint.ForeignKey;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Holds several unique keys of a table by one number for each row. */
final class KeysTogether {
  private final Coordinates coordinates;
  private final KeyPlan plan;

  KeysTogether(Coordinates coordinates, KeyPlan plan) {
    this.coordinates = coordinates;
    this.plan = plan;
  }

  /**
   * Holds the sets, if there is a design for them.
   *
   * @param within the foreign key by which rows are to be grouped, so that each parent's children
   *     have numbers of their own; all sets have it
   */
  boolean hold(List<UniqueSet> sets, Optional<ForeignKey> within) {
    Set<String> folded = new LinkedHashSet<>();
    sets.forEach(set -> folded.addAll(set.folded()));
    List<Set<Coordinate>> keys = new ArrayList<>();
    sets.forEach(set -> keys.add(coordinates.of(set, folded, within)));
    Optional<Design> design = DesignSearch.search(keys);
    design.ifPresent(found -> adopt(found, sets, folded, within));
    return design.isPresent();
  }

  private void adopt(
      Design design, List<UniqueSet> sets, Set<String> folded, Optional<ForeignKey> within) {
    Map<Coordinate, RowDigits> digits =
        design.digits(sets.get(0).name(), within.map(ForeignKey::name));
    digits.forEach(
        (coordinate, of) -> {
          plan.tell(coordinate, of, coordinates.facts());
          if (!coordinate.isParent()) {
            boolean isFolded = folded.contains(coordinate.name());
            plan.distinct.put(coordinate.name(), new Distinctness.Coordinate(of, isFolded));
          }
        });
    long capacity = design.capacity();
    if (within.isPresent()) {
      plan.group = within;
      plan.maxChildren = Math.min(plan.maxChildren, capacity);
      long parents = coordinates.parents().rows(within.get());
      capacity =
          parents != 0 && capacity > Long.MAX_VALUE / parents ? Long.MAX_VALUE : capacity * parents;
    }
    List<String> names = digits.keySet().stream().map(Coordinate::name).toList();
    String how = within.map(k -> "place among the children of " + k.name()).orElse("row number");
    for (UniqueSet set : sets) {
      plan.outcomes.add(
          new ConstraintOutcome(
              set.name(), set.kind(), By.CONSTRUCTION, how + " to " + names + ", one to one"));
      plan.limits.add(
          new RowLimit(
              capacity,
              set.name(),
              capacity + " combinations of " + names + coordinates.unused(set, capacity)));
    }
  }
}
