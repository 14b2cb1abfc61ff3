package io.datalchemy.plan.validation;

import io.datalchemy.catalogue.GeneratorCatalogue;
import io.datalchemy.existing.ExistingKeys;
import io.datalchemy.plan.GenerationPlan;
import io.datalchemy.plan.key.DeclaredKeyCheck;
import io.datalchemy.plan.key.DeclaredKeys;
import io.datalchemy.plan.key.StrategyCheck;
import io.datalchemy.problem.Problem;
import io.datalchemy.problem.Problems;
import io.datalchemy.schema.DatabaseSchema;
import java.util.List;

/** Checks a plan against the schema that it is for and the generators that there are. */
public final class PlanValidator {
  private PlanValidator() {}

  /**
   * Every problem of the plan, errors and warnings, in the plan's order.
   *
   * <p>What depends on row numbers (whether a unique column's values suffice) is resolution's
   * matter.
   */
  public static List<Problem> validate(
      GenerationPlan plan, DatabaseSchema schema, GeneratorCatalogue catalogue) {
    return validate(plan, schema, catalogue, ExistingKeys.none());
  }

  /** The same for a plan that may refer to rows which stay, by the keys that were read of them. */
  public static List<Problem> validate(
      GenerationPlan plan,
      DatabaseSchema schema,
      GeneratorCatalogue catalogue,
      ExistingKeys existing) {
    Problems problems = new Problems();
    DatabaseSchema declared = DeclaredKeys.in(schema, plan);
    PlanInSchema context = new PlanInSchema(plan, declared, catalogue, problems);
    SchemaRefCheck.check(context);
    TargetsCheck.check(context);
    ExistingTargetsCheck.check(context, existing);
    DeclaredKeyCheck.check(plan, schema, problems);
    RulesCheck.check(context);
    StrategyCheck.check(plan, declared, problems);
    DeriveCycleCheck.check(context);
    UnsupportedRulesCheck.check(context);
    OptionsCheck.check(context);
    return context.problems().all();
  }
}
