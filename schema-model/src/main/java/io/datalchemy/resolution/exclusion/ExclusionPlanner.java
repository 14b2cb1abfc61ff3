package io.datalchemy.resolution.exclusion;

import io.datalchemy.resolution.key.ColumnSpaces;
import io.datalchemy.resolution.key.Coordinates;
import io.datalchemy.resolution.key.KeyPlan;
import io.datalchemy.resolution.key.ParentCounts;
import io.datalchemy.resolution.key.RowLimit;
import io.datalchemy.resolution.key.TableFacts;
import io.datalchemy.resolution.key.design.Coordinate;
import io.datalchemy.resolve.ConstraintOutcome;
import io.datalchemy.resolve.ConstraintOutcome.By;
import io.datalchemy.resolve.Distinctness;
import io.datalchemy.resolve.RowDigits;
import io.datalchemy.resolve.RowDigits.Digit;
import io.datalchemy.schema.Constraint.Exclusion;
import io.datalchemy.schema.Constraint.ForeignKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Holds exclusion constraints of the form {@code WITH =, WITH &&}: the line of time or numbers is
 * cut into slots, rows that are alike take different slots, and a row's range lies within its own.
 *
 * <p>Rows are told apart by the place among the children of a parent that the constraint compares;
 * or by digits, of which the columns that it compares take the lower ones and the slot the highest;
 * or else every row of the table has a slot of its own.
 */
public final class ExclusionPlanner {
  private static final long MAX_DIGITS = 1L << 40;

  private final TableFacts facts;
  private final ColumnSpaces spaces;
  private final ParentCounts parents;
  private final LineColumns columns;

  /** A planner for one table. */
  public ExclusionPlanner(
      TableFacts facts, ColumnSpaces spaces, ParentCounts parents, LineColumns columns) {
    this.facts = facts;
    this.spaces = spaces;
    this.parents = parents;
    this.columns = columns;
  }

  /** The constraints of the table that have another form, so that they cannot be held. */
  public List<Exclusion> unheld() {
    return facts.table().constraints(Exclusion.class).filter(e -> form(e).isEmpty()).toList();
  }

  /** Puts into a plan what holds the others; called before the unique keys are planned. */
  public void plan(KeyPlan plan) {
    Map<List<String>, List<ExclusionForm>> byLine = new LinkedHashMap<>();
    facts
        .table()
        .constraints(Exclusion.class)
        .flatMap(e -> form(e).stream())
        .forEach(
            form ->
                byLine.computeIfAbsent(form.ranges().columns(), c -> new ArrayList<>()).add(form));
    byLine.values().forEach(forms -> hold(forms, plan));
  }

  private Optional<ExclusionForm> form(Exclusion exclusion) {
    return ExclusionForm.of(exclusion, facts.table())
        .filter(form -> columns.areOpen(form.ranges().columns()))
        .filter(form -> capacity(form) > 0);
  }

  private long capacity(ExclusionForm form) {
    return columns.capacity(form.ranges());
  }

  /** Holds the constraints over one line: by what all of them compare. */
  private void hold(List<ExclusionForm> forms, KeyPlan plan) {
    Set<String> equal = new LinkedHashSet<>(forms.get(0).equal());
    forms.forEach(form -> equal.retainAll(form.equal()));
    ExclusionForm form = strictest(forms);
    if (!holdByParent(forms, form, equal, plan) && !holdByDigits(forms, form, equal, plan)) {
      settle(
          forms,
          new Distinctness.Slot(name(forms), room(form), Optional.empty(), Optional.empty()),
          plan);
      limit(forms, capacity(form), "places on one line", plan);
      built(forms, "no two rows overlap", plan);
    }
  }

  /** A slot for each row, as far as the line has room. */
  private long room(ExclusionForm form) {
    return Math.max(1, Math.min(facts.rows(), capacity(form)));
  }

  private static ExclusionForm strictest(List<ExclusionForm> forms) {
    return forms.stream()
        .filter(form -> form.ranges().bounds().equals("[]"))
        .findFirst()
        .orElse(forms.get(0));
  }

  private static String name(List<ExclusionForm> forms) {
    return forms.get(0).name();
  }

  private boolean holdByParent(
      List<ExclusionForm> forms, ExclusionForm form, Set<String> equal, KeyPlan plan) {
    Optional<ForeignKey> group =
        facts.keys().stream()
            .filter(key -> equal.containsAll(key.columns()))
            .filter(key -> !plan.parentDigits().containsKey(key))
            .filter(key -> plan.mayGroup(key) && facts.nullColumns(key).isEmpty())
            .filter(key -> parents.rows(key) > 0 && !facts.isSelfReference(key))
            .filter(key -> plan.group().isPresent() || isAlone(key))
            .findFirst();
    if (group.isEmpty()) {
      return false;
    }
    long count = Math.min(parents.rows(group.get()), Math.max(1, facts.rows()));
    long average = (facts.rows() + count - 1) / count;
    long slots = Math.max(1, Math.min(2 * average + 1, capacity(form)));
    plan.groupBy(group.get(), slots);
    settle(
        forms,
        new Distinctness.Slot(
            name(forms), slots, Optional.of(group.get().name()), Optional.empty()),
        plan);
    long room = capacity(form);
    long all = parents.rows(group.get());
    limit(forms, room > Long.MAX_VALUE / all ? Long.MAX_VALUE : room * all, "places", plan);
    built(forms, "rows of one parent of " + group.get().name() + " do not overlap", plan);
    return true;
  }

  private boolean isAlone(ForeignKey key) {
    return facts.keys().stream()
        .filter(other -> !other.equals(key))
        .noneMatch(other -> other.columns().stream().anyMatch(key.columns()::contains));
  }

  private boolean holdByDigits(
      List<ExclusionForm> forms, ExclusionForm form, Set<String> equal, KeyPlan plan) {
    Coordinates all = new Coordinates(facts, spaces, parents, plan);
    Set<Coordinate> alike = all.of(List.copyOf(equal));
    if (alike.isEmpty()) {
      return false;
    }
    long lower = 1;
    Map<Coordinate, Digit> digits = new LinkedHashMap<>();
    for (Coordinate coordinate : alike) {
      long modulus = Math.min(Math.min(coordinate.size(), facts.rows() + 1), MAX_DIGITS / lower);
      digits.put(coordinate, new Digit(lower, modulus));
      lower *= modulus;
    }
    long slots = Math.max(1, Math.min(2 * (facts.rows() / lower) + 3, capacity(form)));
    String name = name(forms);
    long total = lower * slots;
    digits.forEach(
        (coordinate, digit) ->
            plan.tell(
                coordinate,
                new RowDigits(name, Optional.empty(), total, List.of(digit), false),
                facts));
    RowDigits slot =
        new RowDigits(name, Optional.empty(), total, List.of(new Digit(lower, slots)), false);
    settle(forms, new Distinctness.Slot(name, slots, Optional.empty(), Optional.of(slot)), plan);
    limit(forms, total, "places of " + alike.stream().map(Coordinate::name).toList(), plan);
    built(forms, "rows alike in " + equal + " do not overlap", plan);
    return true;
  }

  private void settle(List<ExclusionForm> forms, Distinctness.Slot slot, KeyPlan plan) {
    Line line = strictest(forms).ranges();
    columns.fill(line, slot.slots());
    for (String column : line.columns()) {
      plan.distinguish(column, slot);
      if (line.isPair()) {
        plan.fillAlways(column);
      }
    }
  }

  private static void limit(List<ExclusionForm> forms, long rows, String what, KeyPlan plan) {
    forms.forEach(form -> plan.bound(new RowLimit(rows, form.name(), rows + " " + what)));
  }

  private static void built(List<ExclusionForm> forms, String how, KeyPlan plan) {
    forms.forEach(
        form -> plan.add(new ConstraintOutcome(form.name(), "exclusion", By.CONSTRUCTION, how)));
  }
}
