package io.datalchemy.cli;

import io.datalchemy.json.SchemaDocument;
import io.datalchemy.pipeline.Documents;
import io.datalchemy.pipeline.Generation;
import io.datalchemy.pipeline.GenerationReport;
import io.datalchemy.pipeline.GenerationRequest;
import io.datalchemy.pipeline.GenerationResult;
import io.datalchemy.pipeline.RunnerOptions;
import io.datalchemy.plan.GenerationPlan;
import io.datalchemy.plan.PlanDocument;
import io.datalchemy.problem.UnavailableException;
import io.datalchemy.resolution.Resolution;
import io.datalchemy.resolve.ResolvedPlan;
import io.datalchemy.schema.DatabaseSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code generate}: makes the rows of a plan and prints the run folder. */
@Command(name = "generate", description = "Generates the rows of a plan; prints the run folder.")
final class GenerateCommand implements Callable<Integer> {
  @ParentCommand private Datalchemy root;

  @Option(
      names = "--plan",
      required = true,
      paramLabel = "FILE",
      description = "The plan.json to run.")
  private Path plan;

  @Option(
      names = "--schema",
      required = true,
      paramLabel = "FILE",
      description = "The schema.json that it is for.")
  private Path schema;

  @Option(
      names = "--out",
      paramLabel = "FOLDER",
      defaultValue = "out",
      description = "Where run folders are made. Default: ${DEFAULT-VALUE}.")
  private Path out;

  @Option(
      names = "--runner",
      paramLabel = "NAME",
      defaultValue = "direct",
      description = "What runs the pipeline: direct. Default: ${DEFAULT-VALUE}.")
  private String runner;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Shards made at once. Default: one for each processor.")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Mixin private KeysOption keys;

  @Option(
      names = "--keep-going",
      description =
          "Generate every table that can be; name those that cannot, and those that need them.")
  private boolean keepGoing;

  @Override
  public Integer call() {
    DatabaseSchema schemaDocument = SchemaDocument.read(schema);
    GenerationPlan planDocument = PlanDocument.read(plan);
    Documents documents =
        keepGoing
            ? Decisions.decideWhatCanBe(
                schemaDocument, planDocument, bytes(plan), keys.beside(schema))
            : Decisions.decide(schemaDocument, planDocument, bytes(plan), keys.beside(schema));
    Console console = root.console();
    console.problems(documents.resolvedPlan().warnings());
    GenerationResult result =
        Generation.run(
            GenerationRequest.of(documents, out)
                .withRunner(new RunnerOptions(runner, threads, false))
                .withQuiet(root.isQuiet()));
    console.say(summary(result));
    console.result(result.run().path());
    if (broken(result, console)) {
      return ExitCode.VIOLATIONS;
    }
    return isPartial(documents.resolvedPlan()) ? ExitCode.INVALID : ExitCode.OK;
  }

  /** Whether tables were left out: the rest is made, but the plan as a whole is not. */
  private static boolean isPartial(ResolvedPlan resolved) {
    return resolved.warnings().stream()
        .anyMatch(warning -> warning.code().equals(Resolution.LEFT_OUT));
  }

  /** Tells of rows that still break a CHECK after the last draw; the files are kept. */
  private static boolean broken(GenerationResult result, Console console) {
    boolean isBroken = false;
    for (GenerationReport.TableReport table : result.report().tables()) {
      if (table.unsatisfied() > 0) {
        isBroken = true;
        console.complain(
            "error: "
                + table.schema()
                + "."
                + table.table()
                + ": "
                + table.unsatisfied()
                + " rows break a CHECK that no draw could meet [condition_unsatisfied]; give the"
                + " columns rules whose values meet it");
      }
    }
    return isBroken;
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UnavailableException(file + ": cannot be read any more", e);
    }
  }

  static String summary(GenerationResult result) {
    return String.format(
        Locale.ROOT,
        "%d tables, %d rows, %d bytes, %d rows/s",
        result.manifest().tables().size(),
        result.manifest().rows(),
        result.manifest().bytes(),
        result.rowsPerSecond());
  }
}
