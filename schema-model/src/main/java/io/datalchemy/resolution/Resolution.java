package io.datalchemy.resolution;

import io.datalchemy.problem.InvalidInputException;
import io.datalchemy.problem.Problem;
import io.datalchemy.resolution.key.RowLimit;
import io.datalchemy.resolve.ResolvedPlan;
import io.datalchemy.schema.TableId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A plan, decided: what will be done, what is wrong with it, and where rows had to be lowered.
 *
 * @param plan complete only if no problem is an error
 * @param limits the tables whose rows were more than their constraints allow
 */
public record Resolution(
    ResolvedPlan plan, List<Problem> problems, SortedMap<TableId, RowLimit> limits) {
  public Resolution(ResolvedPlan plan, List<Problem> problems, Map<TableId, RowLimit> limits) {
    this(plan, List.copyOf(problems), Collections.unmodifiableSortedMap(new TreeMap<>(limits)));
  }

  /**
   * The plan, if it can be run.
   *
   * @throws InvalidInputException with every problem, if one of them is an error
   */
  public ResolvedPlan orThrow() {
    if (problems.stream().anyMatch(Problem::isError)) {
      throw new InvalidInputException(problems);
    }
    return plan;
  }
}
