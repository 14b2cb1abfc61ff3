package io.datalchemy.cli;

import io.datalchemy.cli.option.ProposalOptions;
import io.datalchemy.existing.ExistingKeys;
import io.datalchemy.json.SchemaDocument;
import io.datalchemy.plan.GenerationPlan;
import io.datalchemy.plan.PlanDocument;
import io.datalchemy.problem.Problem;
import io.datalchemy.propose.Proposal;
import io.datalchemy.propose.ProposalRequest;
import io.datalchemy.propose.update.PlanUpdate;
import io.datalchemy.propose.update.UpdatedPlan;
import io.datalchemy.resolve.ResolvedPlan;
import io.datalchemy.run.KeyFolder;
import io.datalchemy.run.RunFolder;
import io.datalchemy.schema.DatabaseSchema;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code plan}: proposes a plan that runs as it is. */
@Command(name = "plan", description = "Proposes a plan for a schema; it runs as it is.")
final class PlanCommand implements Callable<Integer> {
  @ParentCommand private Datalchemy root;

  @Option(
      names = "--schema",
      required = true,
      paramLabel = "FILE",
      description = "The schema.json of introspect.")
  private Path schema;

  @Mixin private ProposalOptions options;

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      description = "The day that stands for today in generated dates. Default: today, in UTC.")
  private LocalDate asOf;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Where to write the plan. Default: standard output.")
  private Path out;

  @Option(
      names = "--keys",
      paramLabel = "FOLDER",
      description =
          "The run folder of introspect --keys, or its keys folder: those tables keep their rows.")
  private Path keys;

  @Option(
      names = "--update",
      paramLabel = "PLAN",
      description =
          "Bring this plan to the schema instead: what it says stays, what is new is proposed.")
  private Path old;

  @Option(
      names = "--old-schema",
      paramLabel = "FILE",
      description =
          "With --update: the schema.json that the plan was written for. Without it, every table"
              + " and column that the plan says nothing of counts as new.")
  private Path oldSchema;

  @Option(
      names = "--explain",
      arity = "0..1",
      paramLabel = "WHICH",
      fallbackValue = "unsure",
      description =
          "List what fills each column and why: unsure, those that are a guess; or all. Default:"
              + " ${FALLBACK-VALUE}.")
  private DecisionList.Which explained;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    checkOptions();
    DatabaseSchema document = SchemaDocument.read(schema);
    LocalDate today =
        Optional.ofNullable(asOf)
            .orElseGet(() -> LocalDate.ofInstant(InstantSource.system().instant(), ZoneOffset.UTC));
    ExistingKeys existing = keys == null ? ExistingKeys.none() : KeyFolder.of(keys).read();
    return old == null
        ? propose(document, options.request(today).keeping(existing))
        : update(document, existing);
  }

  private int propose(DatabaseSchema document, ProposalRequest request) {
    Proposal proposal = Decisions.propose(document, request);
    proposal.notes().forEach(root.console()::say);
    explain(document, proposal.plan());
    write(proposal.plan());
    return ExitCode.OK;
  }

  private int update(DatabaseSchema document, ExistingKeys existing) {
    GenerationPlan asked = PlanDocument.read(old);
    Optional<DatabaseSchema> before = Optional.ofNullable(oldSchema).map(SchemaDocument::read);
    ProposalRequest request =
        new ProposalRequest(
                options.rows(),
                asked.seed(),
                asked.effectiveAsOf(),
                asked.global().flatMap(GenerationPlan.Global::locale))
            .sized(options.sizes())
            .keeping(existing);
    Proposal proposal = Decisions.propose(document, request);
    UpdatedPlan updated =
        new PlanUpdate(asked, proposal.plan(), document, before)
            .update(Decisions.generators(asked), existing);
    Console console = root.console();
    updated.changes().forEach(console::complain);
    if (updated.changes().isEmpty()) {
      console.say("nothing to change but the schema that the plan refers to");
    }
    List<Problem> problems =
        Decisions.problems(document, updated.plan(), Optional.ofNullable(keys).map(KeyFolder::of));
    console.problems(problems);
    boolean isValid = problems.stream().noneMatch(Problem::isError);
    if (isValid) {
      explain(document, updated.plan());
    }
    write(updated.plan());
    return isValid ? ExitCode.OK : ExitCode.INVALID;
  }

  private void checkOptions() {
    CommandLine.ParseResult given = spec.commandLine().getParseResult();
    if (old == null && oldSchema != null) {
      throw new ParameterException(spec.commandLine(), "--old-schema: is about --update PLAN");
    }
    for (String option : List.of("--seed", "--as-of")) {
      if (old != null && given.hasMatchedOption(option)) {
        throw new ParameterException(
            spec.commandLine(), option + ": is the plan's own with --update; change it there");
      }
    }
  }

  private void explain(DatabaseSchema document, GenerationPlan plan) {
    if (explained != null) {
      ResolvedPlan resolved =
          Decisions.decide(
                  document, plan, new byte[0], Optional.ofNullable(keys).map(KeyFolder::of))
              .resolvedPlan();
      DecisionList.lines(resolved, explained).forEach(root.console()::complain);
    }
  }

  private void write(GenerationPlan plan) {
    byte[] bytes = PlanDocument.write(plan);
    if (out == null) {
      root.console().document(bytes);
    } else {
      root.console().result(RunFolder.writeAtomically(out, bytes));
    }
  }
}
