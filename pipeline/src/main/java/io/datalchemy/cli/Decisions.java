package io.datalchemy.cli;

import io.datalchemy.pipeline.Documents;
import io.datalchemy.plan.GenerationPlan;
import io.datalchemy.plan.PlanValidator;
import io.datalchemy.problem.Problems;
import io.datalchemy.propose.PlanProposer;
import io.datalchemy.propose.Proposal;
import io.datalchemy.propose.ProposalRequest;
import io.datalchemy.propose.ResolvedCapacity;
import io.datalchemy.registry.Generators;
import io.datalchemy.resolution.PlanResolver;
import io.datalchemy.resolution.Resolution;
import io.datalchemy.resolution.ResolutionRequest;
import io.datalchemy.schema.DatabaseSchema;
import java.time.LocalDate;

/** From what is asked to what is done, with the generators that this build has. */
final class Decisions {
  /** What holds where a plan says nothing, as in resolution. */
  private static final String LOCALE = "pt_BR";

  private static final LocalDate AS_OF = LocalDate.of(2026, 1, 1);

  private Decisions() {}

  /** A plan for a schema; every table with as many rows as asked for or as it can hold. */
  static Proposal propose(DatabaseSchema schema, ProposalRequest request) {
    Generators generators =
        Generators.builtIn().forPlan(request.locale().orElse(LOCALE), request.asOf());
    return new PlanProposer(generators, ResolvedCapacity.of(schema, request, generators))
        .propose(schema, request);
  }

  /**
   * What a run of the plan needs.
   *
   * @param planBytes the plan as it was given
   * @throws io.datalchemy.problem.InvalidInputException with every problem of the plan
   */
  static Documents decide(DatabaseSchema schema, GenerationPlan plan, byte[] planBytes) {
    Generators generators = generators(plan);
    Problems problems = new Problems();
    problems.addAll(PlanValidator.validate(plan, schema, generators));
    problems.throwIfErrors();
    Resolution resolution =
        PlanResolver.resolve(
            new ResolutionRequest(plan, schema, generators, ResolutionRequest.Overfull.REFUSE));
    return new Documents(schema, planBytes, resolution.orThrow());
  }

  private static Generators generators(GenerationPlan plan) {
    return Generators.builtIn()
        .forPlan(
            plan.global().flatMap(GenerationPlan.Global::locale).orElse(LOCALE),
            plan.options().flatMap(GenerationPlan.Options::asOf).orElse(AS_OF));
  }
}
