package io.datalchemy.resolution.condition;

import io.datalchemy.expression.Comparison;
import io.datalchemy.expression.Expression;
import io.datalchemy.resolution.key.TableFacts;
import io.datalchemy.resolution.key.index.CastColumn;
import io.datalchemy.schema.Constraint.ForeignKey;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The CHECK that a row is not its own parent, which holds because parents come before. */
public final class SelfReferenceCheck {
  private SelfReferenceCheck() {}

  /** Whether the condition is such a CHECK, of a key that roots may leave NULL. */
  public static boolean isBuiltIn(TableCondition condition, TableFacts facts) {
    if (condition.expression() instanceof Expression.Compare compare
        && compare.operator() == Comparison.NOT_EQUAL) {
      Set<String> pair = new TreeSet<>();
      CastColumn.columnUnderCasts(compare.left()).ifPresent(pair::add);
      CastColumn.columnUnderCasts(compare.right()).ifPresent(pair::add);
      return isParentAndKey(pair, facts);
    }
    return false;
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
