package io.datalchemy.propose;

import io.datalchemy.catalogue.GeneratorCatalogue;
import io.datalchemy.existing.ExistingKeys;
import io.datalchemy.plan.GenerationPlan;
import io.datalchemy.plan.Rule;
import io.datalchemy.plan.validation.PlanValidator;
import io.datalchemy.problem.InvalidInputException;
import io.datalchemy.problem.Problem;
import io.datalchemy.schema.DatabaseSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rules of a proposed plan that comments ask for, held against the plan's own checks. */
record DirectiveRules(GenerationPlan plan, DatabaseSchema schema) {
  private static final String RULES = "/rules/";

  /**
   * Tells what is wrong with them, at the comment that says it.
   *
   * @throws InvalidInputException if anything is
   */
  void check(GeneratorCatalogue catalogue, ExistingKeys existing) {
    boolean isAny = plan.rules().stream().anyMatch(DirectiveRules::isOfComment);
    if (!isAny) {
      return;
    }
    List<Problem> wrong = new ArrayList<>();
    for (Problem problem : PlanValidator.validate(plan, schema, catalogue, existing)) {
      rule(problem)
          .filter(rule -> problem.isError() && isOfComment(rule))
          .ifPresent(rule -> wrong.add(atComment(problem, (Rule.ColumnGenerator) rule)));
    }
    if (!wrong.isEmpty()) {
      throw new InvalidInputException(wrong);
    }
  }

  private static boolean isOfComment(Rule rule) {
    return rule instanceof Rule.ColumnGenerator of
        && of.reason().filter(TableRules.COMMENT::equals).isPresent();
  }

  private Optional<Rule> rule(Problem problem) {
    if (!problem.path().startsWith(RULES)) {
      return Optional.empty();
    }
    String rest = problem.path().substring(RULES.length());
    int end = rest.indexOf('/');
    return Optional.of(plan.rules().get(Integer.parseInt(end < 0 ? rest : rest.substring(0, end))));
  }

  private static Problem atComment(Problem problem, Rule.ColumnGenerator rule) {
    String where = rule.tableId() + "." + rule.column() + ": comment: @datalchemy: ";
    return new Problem(
        problem.severity(), problem.code(), "", where + problem.message(), problem.hint());
  }
}
