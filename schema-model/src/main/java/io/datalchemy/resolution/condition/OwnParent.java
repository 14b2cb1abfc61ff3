package io.datalchemy.resolution.condition;

import io.datalchemy.expression.Comparison;
import io.datalchemy.expression.Expression;
import io.datalchemy.resolution.key.TableFacts;
import io.datalchemy.resolution.key.index.CastColumn;
import io.datalchemy.schema.Constraint.ForeignKey;
import java.util.List;
import java.util.Optional;

/**
 * CHECKs that compare a mandatory key to its own table with what it refers to: of one row, the
 * parent is the row itself, and of finitely many one has no other before it, nor one after it.
 */
public record OwnParent(TableFacts facts) {

  /** Whether the condition keeps rows from being their own parents, as the first one has to be. */
  public boolean forbids(Expression condition) {
    return condition.conjuncts().stream()
        .anyMatch(
            part ->
                part instanceof Expression.Compare compare
                    && compare.operator() == Comparison.NOT_EQUAL
                    && comparesKey(compare));
  }

  /** Why no such number of rows can meet the condition; empty if that is not known. */
  public Optional<String> obstacle(Expression condition) {
    return condition.conjuncts().stream().flatMap(part -> ofPart(part).stream()).findFirst();
  }

  private Optional<String> ofPart(Expression part) {
    if (!(part instanceof Expression.Compare compare) || !comparesKey(compare)) {
      return Optional.empty();
    }
    boolean isOrder = compare.operator().isStrict();
    if (isOrder) {
      return Optional.of("of any number of rows one has its parent on the other side, or is it");
    }
    return compare.operator() == Comparison.NOT_EQUAL && facts.rows() == 1
        ? Optional.of("the only parent of 1 row is the row itself")
        : Optional.empty();
  }

  private boolean comparesKey(Expression.Compare compare) {
    Optional<String> left = CastColumn.columnUnderCasts(compare.left());
    Optional<String> right = CastColumn.columnUnderCasts(compare.right());
    return left.isPresent()
        && right.isPresent()
        && facts.keys().stream()
            .filter(this::isMandatory)
            .anyMatch(
                key ->
                    refers(key, left.get(), right.get()) || refers(key, right.get(), left.get()));
  }

  private boolean isMandatory(ForeignKey key) {
    return facts.isSelfReference(key) && key.columns().stream().noneMatch(facts::isNullable);
  }

  private static boolean refers(ForeignKey key, String column, String referenced) {
    return key.columns().equals(List.of(column))
        && key.referencedColumns().equals(List.of(referenced));
  }
}
