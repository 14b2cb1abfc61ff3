package io.datalchemy.resolution;

import io.datalchemy.problem.InvalidInputException;
import io.datalchemy.problem.Problem;
import io.datalchemy.resolution.key.RowLimit;
import io.datalchemy.resolve.ResolvedPlan;
import io.datalchemy.schema.TableId;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A plan, decided: what will be done, what is wrong with it, and where rows had to be lowered.
 *
 * @param plan complete only if no problem is an error
 * @param limits the tables whose rows were more than their constraints allow
 * @param leftOut the tables that cannot be generated or that need rows of such, with the reasons,
 *     where the request was to leave them out
 */
public record Resolution(
    ResolvedPlan plan,
    List<Problem> problems,
    SortedMap<TableId, RowLimit> limits,
    SortedMap<TableId, List<Problem>> leftOut) {
  /** The code of the warning that a table is left out. */
  public static final String LEFT_OUT = "table_left_out";

  public Resolution {
    Objects.requireNonNull(plan, "plan");
    problems = List.copyOf(problems);
    limits = Collections.unmodifiableSortedMap(new TreeMap<>(limits));
    leftOut = Collections.unmodifiableSortedMap(new TreeMap<>(leftOut));
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
