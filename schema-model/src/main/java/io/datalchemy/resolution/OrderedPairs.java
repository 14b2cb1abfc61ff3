package io.datalchemy.resolution;

import io.datalchemy.expression.Comparison;
import io.datalchemy.expression.Expression;
import io.datalchemy.plan.Rule.ConstraintKind;
import io.datalchemy.plan.Rule.PolicyMode;
import io.datalchemy.resolution.condition.TableCondition;
import io.datalchemy.resolution.key.KeyPlan;
import io.datalchemy.resolution.key.RowLimit;
import io.datalchemy.resolution.key.UniqueSet;
import io.datalchemy.resolution.key.index.CastColumn;
import io.datalchemy.resolution.parent.RowNumbers;
import io.datalchemy.resolve.ConstraintOutcome;
import io.datalchemy.resolve.ConstraintOutcome.By;
import io.datalchemy.resolve.ParentPick;
import io.datalchemy.schema.Constraint.ForeignKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Unique pairs of foreign keys to one parent that a CHECK puts in order: {@code one_id < other_id}.
 *
 * <p>Rows map one to one to the pairs of parents in order, where the parent's keys ascend or
 * descend with its rows.
 */
final class OrderedPairs {
  /** With more parents the pairs are more than a long counts. */
  private static final long MANY = 1L << 31;

  private final TableDraft draft;
  private final List<Pair> pairs = new ArrayList<>();

  OrderedPairs(TableDraft draft) {
    this.draft = draft;
  }

  private record Pair(
      TableCondition condition, ForeignKey lower, ForeignKey upper, boolean mayBeEqual) {}

  /** Takes a condition that is such a CHECK; says whether it is. */
  boolean take(TableCondition condition) {
    Optional<Pair> pair = pair(condition).filter(this::isHeldByPair);
    pair.ifPresent(
        found -> {
          pairs.add(found);
          draft.differing.addAll(List.of(found.lower(), found.upper()));
          draft.outcomes.add(
              new ConstraintOutcome(
                  condition.name(),
                  condition.kind(),
                  By.CONSTRUCTION,
                  "rows map one to one to pairs of parents in order"));
        });
    return pair.isPresent();
  }

  /** Puts the pairs into a fresh plan of the table's keys. */
  void settle(KeyPlan plan) {
    for (Pair pair : pairs) {
      long parents = draft.candidates.count(pair.lower());
      String name = pair.condition().name();
      var first = new ParentPick.OrderedPair(name, parents, false, pair.mayBeEqual());
      var second = new ParentPick.OrderedPair(name, parents, true, pair.mayBeEqual());
      plan.pair(Map.of(pair.lower(), first, pair.upper(), second));
      long most = first.pairs();
      String what = most + " pairs in order of the " + parents + " rows of ";
      plan.bound(new RowLimit(most, name, what + pair.lower().referenced()));
    }
  }

  private Optional<Pair> pair(TableCondition condition) {
    if (!(condition.expression() instanceof Expression.Compare compare)
        || compare.operator() == Comparison.EQUAL
        || compare.operator() == Comparison.NOT_EQUAL) {
      return Optional.empty();
    }
    Optional<ForeignKey> left = CastColumn.columnUnderCasts(compare.left()).flatMap(this::key);
    Optional<ForeignKey> right = CastColumn.columnUnderCasts(compare.right()).flatMap(this::key);
    if (left.isEmpty() || right.isEmpty() || !haveOneParent(left.get(), right.get())) {
      return Optional.empty();
    }
    boolean isLess =
        compare.operator() == Comparison.LESS || compare.operator() == Comparison.LESS_EQUAL;
    return ascends(left.get())
        .map(ascends -> ascends == isLess)
        .map(
            inOrder ->
                new Pair(
                    condition,
                    inOrder ? left.get() : right.get(),
                    inOrder ? right.get() : left.get(),
                    !compare.operator().isStrict()));
  }

  /** Whether the parent's keys ascend with its rows; empty if they do neither that nor descend. */
  private Optional<Boolean> ascends(ForeignKey key) {
    return RowNumbers.of(draft.run.resolved(), key.referenced(), key.referencedColumns().get(0))
        .map(numbers -> numbers.step().signum() > 0);
  }

  private boolean haveOneParent(ForeignKey one, ForeignKey other) {
    return !one.equals(other)
        && one.referenced().equals(other.referenced())
        && one.referencedColumns().equals(other.referencedColumns())
        && draft.candidates.among(one).isEmpty()
        && draft.candidates.among(other).isEmpty()
        && draft.candidates.count(one) < MANY;
  }

  /** Whether the pair is unique, and no other key has a say in one of the two. */
  private boolean isHeldByPair(Pair pair) {
    Set<String> columns = new TreeSet<>(pair.lower().columns());
    columns.addAll(pair.upper().columns());
    List<UniqueSet> sets =
        UniqueSet.ofTree(draft.run.schema(), draft.facts.id()).stream()
            .filter(set -> set.columns().stream().anyMatch(columns::contains))
            .toList();
    boolean isGrouped =
        draft
            .facts
            .pathKey()
            .filter(k -> k.equals(pair.lower()) || k.equals(pair.upper()))
            .isPresent();
    boolean isAsked =
        List.of(pair.lower(), pair.upper()).stream()
            .anyMatch(key -> draft.run.picks().of(draft.facts.id(), key).isAboutParents());
    boolean isEnforced =
        draft.run.policies().mode(draft.facts.id(), ConstraintKind.UNIQUE) != PolicyMode.IGNORE;
    return draft.run.childNumbers().of(draft.facts.id()).isEmpty()
        && !isGrouped
        && !isAsked
        && isEnforced
        && !sets.isEmpty()
        && sets.stream().allMatch(set -> new TreeSet<>(set.columns()).equals(columns))
        && pairs.isEmpty();
  }

  /** The only foreign key of a column, if it is one to another table by itself. */
  private Optional<ForeignKey> key(String column) {
    List<ForeignKey> using =
        draft.facts.keys().stream().filter(k -> k.columns().contains(column)).toList();
    return using.size() == 1
        ? using.stream()
            .filter(k -> k.columns().size() == 1 && !draft.facts.isSelfReference(k))
            .findFirst()
        : Optional.empty();
  }
}
