package io.datalchemy.cli;

import io.datalchemy.existing.ExistingKeys;
import io.datalchemy.foreign.ForeignContext;
import io.datalchemy.inject.InjectionProbe;
import io.datalchemy.pipeline.Documents;
import io.datalchemy.plan.GenerationPlan;
import io.datalchemy.plan.validation.PlanValidator;
import io.datalchemy.problem.InvalidInputException;
import io.datalchemy.problem.Problem;
import io.datalchemy.problem.Problems;
import io.datalchemy.propose.PlanProposer;
import io.datalchemy.propose.Proposal;
import io.datalchemy.propose.ProposalRequest;
import io.datalchemy.propose.ResolvedCapacity;
import io.datalchemy.registry.Generators;
import io.datalchemy.resolution.PlanResolver;
import io.datalchemy.resolution.Resolution;
import io.datalchemy.resolution.ResolutionRequest;
import io.datalchemy.row.TablePrograms;
import io.datalchemy.run.KeyFolder;
import io.datalchemy.schema.DatabaseSchema;
import java.util.List;
import java.util.Optional;

/** From what is asked to what is done, with the generators that this build has. */
final class Decisions {
  private Decisions() {}

  /** A plan for a schema; every table with as many rows as asked for or as it can hold. */
  static Proposal propose(DatabaseSchema schema, ProposalRequest request) {
    Generators generators =
        request
            .locale()
            .map(locale -> Generators.builtIn().forPlan(locale, request.asOf()))
            .orElseGet(() -> Generators.builtIn().forDay(request.asOf()));
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
    return decide(schema, plan, planBytes, Optional.empty());
  }

  /**
   * The same for a plan in which some tables keep their rows.
   *
   * @param folder where their keys are; not looked at if all tables are generated
   */
  static Documents decide(
      DatabaseSchema schema, GenerationPlan plan, byte[] planBytes, Optional<KeyFolder> folder) {
    ExistingKeys keys = keys(plan, folder);
    Problems problems = new Problems();
    problems.addAll(PlanValidator.validate(plan, schema, generators(plan), keys));
    problems.throwIfErrors();
    return new Documents(schema, planBytes, resolve(schema, plan, keys).orThrow(), folder);
  }

  private static ExistingKeys keys(GenerationPlan plan, Optional<KeyFolder> folder) {
    return plan.existingTables().isEmpty()
        ? ExistingKeys.none()
        : folder.map(KeyFolder::read).orElseGet(ExistingKeys::none);
  }

  /**
   * What a run of all tables of the plan that can be generated needs; those that cannot are told by
   * warnings of the resolved plan.
   *
   * @param planBytes the plan as it was given
   * @throws io.datalchemy.problem.InvalidInputException if the plan says something impossible, or
   *     none of its tables can be generated
   */
  static Documents decideWhatCanBe(
      DatabaseSchema schema, GenerationPlan plan, byte[] planBytes, Optional<KeyFolder> folder) {
    ExistingKeys keys = keys(plan, folder);
    Problems problems = new Problems();
    problems.addAll(PlanValidator.validate(plan, schema, generators(plan), keys));
    problems.throwIfErrors();
    Resolution resolution =
        PlanResolver.resolve(
            ResolutionRequest.keepGoing(plan, schema, generators(plan)).keeping(keys));
    if (resolution.plan().tables().isEmpty()) {
      throw new InvalidInputException(
          resolution.leftOut().values().stream().flatMap(List::stream).toList());
    }
    // A table that cannot be is left out; a rule that cannot be followed is not.
    Problems ofRules = new Problems();
    ofRules.addAll(resolution.problems());
    ofRules.throwIfErrors();
    return new Documents(schema, planBytes, resolution.plan(), folder);
  }

  /** Everything wrong with a plan: what it says, and whether what it asks for can be done. */
  static List<Problem> problems(
      DatabaseSchema schema, GenerationPlan plan, Optional<KeyFolder> folder) {
    ExistingKeys keys = keys(plan, folder);
    Problems problems = new Problems();
    problems.addAll(PlanValidator.validate(plan, schema, generators(plan), keys));
    if (!problems.hasErrors()) {
      Resolution resolution = resolve(schema, plan, keys);
      problems.addAll(resolution.problems());
      if (!problems.hasErrors() && !resolution.plan().injections().isEmpty()) {
        TablePrograms programs = TablePrograms.compile(resolution.plan(), Generators.builtIn());
        problems.addAll(InjectionProbe.problems(programs, Documents.parents(programs, folder)));
      }
    }
    return problems.all();
  }

  private static Resolution resolve(DatabaseSchema schema, GenerationPlan plan, ExistingKeys keys) {
    return PlanResolver.resolve(
        new ResolutionRequest(plan, schema, generators(plan), ResolutionRequest.Overfull.REFUSE)
            .keeping(keys));
  }

  /** The parents' values of a plan that is not run, once its key files are known to be intact. */
  static ForeignContext parents(TablePrograms programs, Optional<KeyFolder> folder) {
    folder.ifPresent(keys -> programs.plan().existing().forEach(keys::requireIntact));
    return Documents.parents(programs, folder);
  }

  /** The generators that a plan's locale and day make. */
  static Generators generators(GenerationPlan plan) {
    return Generators.builtIn().forPlan(plan.effectiveLocale(), plan.effectiveAsOf());
  }
}
