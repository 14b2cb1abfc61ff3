package io.datalchemy.resolution.condition;

import io.datalchemy.expression.Comparison;
import io.datalchemy.expression.Expression;
import io.datalchemy.resolution.key.TableFacts;
import io.datalchemy.resolution.key.index.CastColumn;
import io.datalchemy.schema.Constraint.ForeignKey;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** The CHECK that a parent is another row, or an earlier one: it holds as parents come before. */
public final class SelfReferenceCheck {
  private SelfReferenceCheck() {}

  /**
   * Whether the condition is such a CHECK, of a key that roots may leave NULL.
   *
   * @param ascends whether a column's values grow with the row's number
   */
  public static boolean isBuiltIn(
      TableCondition condition, TableFacts facts, Predicate<String> ascends) {
    if (!(condition.expression() instanceof Expression.Compare compare)) {
      return false;
    }
    if (compare.operator() == Comparison.NOT_EQUAL) {
      Set<String> pair = new TreeSet<>();
      CastColumn.columnUnderCasts(compare.left()).ifPresent(pair::add);
      CastColumn.columnUnderCasts(compare.right()).ifPresent(pair::add);
      return isParentAndKey(pair, facts);
    }
    return switch (compare.operator()) {
      case LESS, LESS_EQUAL -> isEarlier(compare.left(), compare.right(), facts, ascends);
      case GREATER, GREATER_EQUAL -> isEarlier(compare.right(), compare.left(), facts, ascends);
      default -> false;
    };
  }

  private static boolean isEarlier(
      Expression parent, Expression own, TableFacts facts, Predicate<String> ascends) {
    Optional<String> child = CastColumn.columnUnderCasts(parent);
    Optional<String> key = CastColumn.columnUnderCasts(own).filter(ascends);
    return child.isPresent()
        && key.isPresent()
        && facts.keys().stream()
            .filter(facts::isSelfReference)
            .filter(k -> !facts.nullColumns(k).isEmpty())
            .filter(k -> k.columns().contains(child.get()))
            .anyMatch(
                k -> k.referencedColumns().get(k.columns().indexOf(child.get())).equals(key.get()));
  }

  private static boolean isParentAndKey(Set<String> pair, TableFacts facts) {
    return facts.keys().stream()
        .filter(facts::isSelfReference)
        .filter(key -> !facts.nullColumns(key).isEmpty())
        .anyMatch(key -> pairs(key, pair));
  }

  private static boolean pairs(ForeignKey key, Set<String> pair) {
    for (int i = 0; i < key.columns().size(); i++) {
      if (pair.equals(
          new TreeSet<>(List.of(key.columns().get(i), key.referencedColumns().get(i))))) {
        return true;
      }
    }
    return false;
  }
}
