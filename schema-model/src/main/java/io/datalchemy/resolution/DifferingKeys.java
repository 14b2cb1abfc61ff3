package io.datalchemy.resolution;

import io.datalchemy.expression.Comparison;
import io.datalchemy.expression.Expression;
import io.datalchemy.resolution.condition.TableCondition;
import io.datalchemy.resolution.key.RowLimit;
import io.datalchemy.resolution.key.index.CastColumn;
import io.datalchemy.resolve.ConstraintOutcome;
import io.datalchemy.resolve.ConstraintOutcome.By;
import io.datalchemy.schema.Constraint.ForeignKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Pairs of foreign keys that a CHECK keeps from naming the same parent: {@code origin <>
 * destination}.
 */
final class DifferingKeys {
  /** Beyond this the pairs are more than any table has rows. */
  private static final long MANY = 1L << 31;

  private final TableDraft draft;
  private final Map<String, Pair> pairs = new LinkedHashMap<>();

  DifferingKeys(TableDraft draft) {
    this.draft = draft;
  }

  private record Pair(TableCondition condition, ForeignKey one, ForeignKey other) {}

  /** Takes a condition that is such a CHECK; says whether it is. */
  boolean take(TableCondition condition) {
    if (condition.expression() instanceof Expression.Compare compare
        && compare.operator() == Comparison.NOT_EQUAL) {
      Optional<ForeignKey> one = CastColumn.columnUnderCasts(compare.left()).flatMap(this::key);
      Optional<ForeignKey> other = CastColumn.columnUnderCasts(compare.right()).flatMap(this::key);
      if (one.isPresent() && other.isPresent() && haveOneParent(one.get(), other.get())) {
        pairs.put(condition.name(), new Pair(condition, one.get(), other.get()));
        draft.differing.addAll(List.of(one.get(), other.get()));
        return true;
      }
    }
    return false;
  }

  /** A CHECK that one of two NOT NULL keys is below the other takes two parents. */
  private void boundOrdered(TableCondition condition) {
    if (condition.expression() instanceof Expression.Compare compare
        && compare.operator().isStrict()) {
      Optional<ForeignKey> one = CastColumn.columnUnderCasts(compare.left()).flatMap(this::key);
      Optional<ForeignKey> other = CastColumn.columnUnderCasts(compare.right()).flatMap(this::key);
      boolean isOfTwo =
          one.isPresent() && other.isPresent() && haveOneParent(one.get(), other.get());
      boolean mustHold =
          condition.expression().columns().stream().noneMatch(draft.facts::isNullable);
      if (isOfTwo && mustHold && draft.candidates.count(one.get()) < 2) {
        String parents = one.get().referenced() + " has 1 row and it takes two";
        draft.keys.bound(new RowLimit(0, condition.name(), parents));
      }
    }
  }

  /** For each key that is to differ from another, once the keys are planned, that other one. */
  Map<ForeignKey, ForeignKey> settle(ConditionReader reader) {
    Map<ForeignKey, ForeignKey> differing = new LinkedHashMap<>();
    draft.conditions.forEach(this::boundOrdered);
    for (Pair pair : pairs.values()) {
      if (settleWithinGroup(pair, differing)) {
        continue;
      }
      Optional<ForeignKey> second =
          List.of(pair.other(), pair.one()).stream()
              .filter(key -> isFree(key) && !differing.containsKey(key))
              .filter(key -> !differing.containsValue(key))
              .findFirst();
      if (second.isEmpty()) {
        String name = pair.condition().name();
        reader.unsupported(name, "check", "unique keys decide both of its foreign keys");
      } else {
        differing.put(second.get(), second.get().equals(pair.one()) ? pair.other() : pair.one());
        hold(pair);
      }
    }
    return differing;
  }

  /** Two keys of which a unique key groups the rows by one and tells them apart by the other. */
  private boolean settleWithinGroup(Pair pair, Map<ForeignKey, ForeignKey> differing) {
    Optional<ForeignKey> group =
        draft.keys.group().filter(key -> key.equals(pair.one()) || key.equals(pair.other()));
    ForeignKey second = group.filter(pair.one()::equals).isPresent() ? pair.other() : pair.one();
    if (group.isEmpty() || !draft.keys.distinctWithinGroup().contains(second)) {
      return false;
    }
    differing.put(second, group.get());
    hold(pair);
    long parents = draft.candidates.count(second);
    draft.keys.boundChildren(Math.max(1, parents - 1));
    long most = parents > MANY ? Long.MAX_VALUE : parents * (parents - 1);
    String name = pair.condition().name();
    draft.keys.bound(new RowLimit(most, name, most + " pairs of two parents"));
    return true;
  }

  private void hold(Pair pair) {
    String name = pair.condition().name();
    draft.outcomes.add(
        new ConstraintOutcome(name, "check", By.CONSTRUCTION, "the second parent is another"));
    if (draft.candidates.count(pair.one()) < 2) {
      String parents = pair.one().referenced() + " has 1 row and it takes two";
      draft.keys.bound(new RowLimit(0, name, parents));
    }
  }

  private boolean isFree(ForeignKey key) {
    return !draft.keys.decides(key);
  }

  private boolean haveOneParent(ForeignKey one, ForeignKey other) {
    return !one.equals(other)
        && draft.candidates.among(one).isEmpty()
        && draft.candidates.among(other).isEmpty()
        && one.referenced().equals(other.referenced())
        && one.referencedColumns().equals(other.referencedColumns());
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
