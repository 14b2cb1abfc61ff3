package io.datalchemy.propose.update;

import io.datalchemy.catalogue.GeneratorCatalogue;
import io.datalchemy.existing.ExistingKeys;
import io.datalchemy.plan.GenerationPlan;
import io.datalchemy.plan.Rule;
import io.datalchemy.plan.validation.PlanValidator;
import io.datalchemy.problem.Problem;
import io.datalchemy.schema.DatabaseSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Takes out the rules that a proposal made and that do not fit their columns any more. */
record UnfitRules(GenerationPlan proposed, List<String> changes) {
  private static final String RULES = "/rules/";

  GenerationPlan replacedIn(
      GenerationPlan plan,
      DatabaseSchema schema,
      GeneratorCatalogue catalogue,
      ExistingKeys existing) {
    Map<Integer, Problem> errors = new TreeMap<>();
    for (Problem problem : PlanValidator.validate(plan, schema, catalogue, existing)) {
      if (problem.isError() && problem.path().startsWith(RULES)) {
        errors.putIfAbsent(place(problem.path()), problem);
      }
    }
    List<Rule> rules = new ArrayList<>();
    for (int i = 0; i < plan.rules().size(); i++) {
      Rule rule = plan.rules().get(i);
      boolean isOurs = rule instanceof Rule.ColumnGenerator of && of.confidence().isPresent();
      if (isOurs && errors.containsKey(i)) {
        replacement((Rule.ColumnGenerator) rule, errors.get(i)).ifPresent(rules::add);
      } else {
        rules.add(rule);
      }
    }
    return plan.withRules(rules);
  }

  private static int place(String path) {
    String rest = path.substring(RULES.length());
    int end = rest.indexOf('/');
    return Integer.parseInt(end < 0 ? rest : rest.substring(0, end));
  }

  private Optional<Rule.ColumnGenerator> replacement(Rule.ColumnGenerator rule, Problem problem) {
    Optional<Rule.ColumnGenerator> other =
        proposed.rules().stream()
            .filter(Rule.ColumnGenerator.class::isInstance)
            .map(Rule.ColumnGenerator.class::cast)
            .filter(of -> of.tableId().equals(rule.tableId()) && of.column().equals(rule.column()))
            .findFirst();
    changes.add(
        "column "
            + rule.tableId()
            + "."
            + rule.column()
            + ": proposed rule "
            + rule.generator().id()
            + other.map(of -> " replaced by " + of.generator().id()).orElse(" removed")
            + ", as it does not fit any more: "
            + problem.message());
    return other;
  }
}
