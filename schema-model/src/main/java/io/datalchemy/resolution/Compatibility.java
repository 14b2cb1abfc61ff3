package io.datalchemy.resolution;

import io.datalchemy.expression.Expression;
import io.datalchemy.expression.evaluation.Evaluator;
import io.datalchemy.expression.evaluation.TruthValue;
import io.datalchemy.type.TypeFamily;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Whether a generator chosen for a column by name keeps to the column's own conditions, found out
 * by trying: a believable value that also passes is better than one made from the condition alone.
 */
final class Compatibility {
  private static final int SAMPLES = 200;
  private static final int FIRST_SAMPLES = 4;

  private final RunContext run;

  Compatibility(RunContext run) {
    this.run = run;
  }

  /** Whether all of many sample values meet all the conditions on the column alone. */
  boolean keepsTo(ColumnDecision decision, List<Expression> conditions) {
    String column = decision.column().name();
    boolean canBeTried =
        decision.type().family() == TypeFamily.TEXT
            && !conditions.isEmpty()
            && conditions.stream().allMatch(c -> c.columns().equals(Set.of(column)));
    if (!canBeTried) {
      return false;
    }
    Evaluator evaluator = new Evaluator(run.asOf(), Map.of(column, decision.type()));
    Predicate<String> passes =
        value ->
            conditions.stream().allMatch(c -> evaluator.test(c, name -> value) != TruthValue.FALSE);
    // What does not keep to the conditions mostly shows it at once.
    List<String> first = run.catalogue().sample(decision.call(), decision.type(), FIRST_SAMPLES);
    return !first.isEmpty()
        && first.stream().allMatch(passes)
        && run.catalogue().sample(decision.call(), decision.type(), SAMPLES).stream()
            .distinct()
            .allMatch(passes);
  }
}
