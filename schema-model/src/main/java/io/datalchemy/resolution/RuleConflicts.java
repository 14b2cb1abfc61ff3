package io.datalchemy.resolution;

import io.datalchemy.constraint.Condition;
import io.datalchemy.constraint.SolvedGroup;
import io.datalchemy.constraint.SolverColumn;
import io.datalchemy.constraint.SolverRequest;
import io.datalchemy.constraint.solving.ConstraintSolver;
import io.datalchemy.expression.Expression;
import io.datalchemy.plan.Rule.ConstraintKind;
import io.datalchemy.plan.Rule.PolicyMode;
import io.datalchemy.problem.Problem;
import io.datalchemy.problem.Problems;
import io.datalchemy.resolution.condition.TableCondition;
import io.datalchemy.type.ValueType;
import io.datalchemy.type.ValueTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Rules of which it is known, before the first row, that none of their values can meet a CHECK. */
final class RuleConflicts {
  private static final String RULE = "rule";

  private final TableDraft draft;
  private final Problems problems;

  RuleConflicts(TableDraft draft, Problems problems) {
    this.draft = draft;
    this.problems = problems;
  }

  void tell() {
    for (ColumnDecision decision : draft.decisions.values()) {
      if (decision.isRuled() && decision.transforms().isEmpty()) {
        draft.conditions.stream()
            .filter(c -> c.expression().columns().equals(Set.of(decision.column().name())))
            .filter(condition -> contradicts(decision, condition))
            .forEach(condition -> tell(decision, condition));
      }
    }
  }

  private boolean contradicts(ColumnDecision decision, TableCondition condition) {
    String column = decision.column().name();
    List<Expression> known = KnownValues.of(decision.call(), column, draft.facts.rows());
    return !known.isEmpty() && isImpossible(column, List.of(condition.expression()), known);
  }

  private boolean isImpossible(String column, List<Expression> required, List<Expression> known) {
    ValueType type = ValueTypes.of(draft.facts.column(column).columnType(), draft.run.schema());
    List<Condition> conditions = new ArrayList<>();
    required.forEach(e -> conditions.add(new Condition(RULE, e)));
    known.forEach(e -> conditions.add(new Condition(RULE, e)));
    SolverRequest request =
        new SolverRequest(
            List.of(new SolverColumn(column, type, true)), conditions, draft.run.asOf());
    return ConstraintSolver.solve(request).stream()
        .map(SolvedGroup::contradiction)
        .anyMatch(contradiction -> contradiction.isPresent());
  }

  private void tell(ColumnDecision decision, TableCondition condition) {
    String message =
        draft.facts.id()
            + "."
            + decision.column().name()
            + ": no value of the rule's "
            + decision.call().id()
            + " can meet "
            + condition.kind()
            + " "
            + condition.name()
            + ": "
            + condition.expression().toSql();
    boolean isEnforced =
        draft.run.policies().mode(draft.facts.id(), ConstraintKind.CHECK) == PolicyMode.ENFORCE;
    Problem problem =
        isEnforced
            ? Problem.error("rule_breaks_check", "", message)
            : Problem.warning("rule_breaks_check", "", message);
    problems.add(
        problem.withHint("change the rule's values, or ignore CHECKs with a constraint_policy"));
  }
}
