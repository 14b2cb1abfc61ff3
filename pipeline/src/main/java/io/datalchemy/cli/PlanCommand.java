package io.datalchemy.cli;

import io.datalchemy.cli.option.ProposalOptions;
import io.datalchemy.existing.ExistingKeys;
import io.datalchemy.json.SchemaDocument;
import io.datalchemy.plan.PlanDocument;
import io.datalchemy.propose.Proposal;
import io.datalchemy.run.KeyFolder;
import io.datalchemy.run.RunFolder;
import io.datalchemy.schema.DatabaseSchema;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code plan}: proposes a plan that runs as it is. */
@Command(name = "plan", description = "Proposes a plan for a schema; it runs as it is.")
final class PlanCommand implements Runnable {
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

  @Override
  public void run() {
    DatabaseSchema document = SchemaDocument.read(schema);
    LocalDate today =
        Optional.ofNullable(asOf)
            .orElseGet(() -> LocalDate.ofInstant(InstantSource.system().instant(), ZoneOffset.UTC));
    ExistingKeys existing = keys == null ? ExistingKeys.none() : KeyFolder.of(keys).read();
    Proposal proposal = Decisions.propose(document, options.request(today).keeping(existing));
    Console console = root.console();
    proposal.notes().forEach(console::say);
    byte[] plan = PlanDocument.write(proposal.plan());
    if (out == null) {
      console.document(plan);
    } else {
      console.result(RunFolder.writeAtomically(out, plan));
    }
  }
}
