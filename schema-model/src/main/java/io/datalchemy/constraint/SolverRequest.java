package io.datalchemy.constraint;

import io.datalchemy.expression.Expression;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * What the solver is asked: the conditions of one table.
 *
 * @param columns the table's columns in their order; a condition over others stays unsolved
 * @param conditions what every row must satisfy; a row passes unless one of them is false
 * @param tied expressions whose columns must come out in one group though the expressions
 *     themselves are not required: so the groups of two requests can be the same
 * @param asOf the day that CURRENT_DATE and now() stand for
 */
public record SolverRequest(
    List<SolverColumn> columns, List<Condition> conditions, List<Expression> tied, LocalDate asOf) {
  public SolverRequest {
    columns = List.copyOf(columns);
    conditions = List.copyOf(conditions);
    tied = List.copyOf(tied);
    Objects.requireNonNull(asOf, "asOf");
  }

  /** A request without expressions that tie columns without being required. */
  public SolverRequest(List<SolverColumn> columns, List<Condition> conditions, LocalDate asOf) {
    this(columns, conditions, List.of(), asOf);
  }
}
