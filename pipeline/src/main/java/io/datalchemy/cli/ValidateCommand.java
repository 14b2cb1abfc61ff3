package io.datalchemy.cli;

import io.datalchemy.json.SchemaDocument;
import io.datalchemy.plan.GenerationPlan;
import io.datalchemy.plan.PlanDocument;
import io.datalchemy.problem.Problem;
import io.datalchemy.schema.DatabaseSchema;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code validate}: every problem of a plan, at once. */
@Command(name = "validate", description = "Checks a plan and prints every problem.")
final class ValidateCommand implements Callable<Integer> {
  private final InstantSource clock = InstantSource.system();

  @ParentCommand private Datalchemy root;

  @Option(
      names = "--plan",
      required = true,
      paramLabel = "FILE",
      description = "The plan.json to check.")
  private Path plan;

  @Option(
      names = "--schema",
      required = true,
      paramLabel = "FILE",
      description = "The schema.json that it is for.")
  private Path schema;

  @Mixin private KeysOption keys;

  @Override
  public Integer call() {
    Instant started = clock.instant();
    DatabaseSchema found = SchemaDocument.read(schema);
    GenerationPlan asked = PlanDocument.read(plan);
    Instant read = clock.instant();
    List<Problem> problems = Decisions.problems(found, asked, keys.beside(schema));
    Instant decided = clock.instant();
    Console console = root.console();
    problems.forEach(console::result);
    long errors = problems.stream().filter(Problem::isError).count();
    console.say(
        errors
            + " errors, "
            + (problems.size() - errors)
            + " warnings; read in "
            + Duration.between(started, read).toMillis()
            + " ms, decided in "
            + Duration.between(read, decided).toMillis()
            + " ms");
    return errors == 0 ? ExitCode.OK : ExitCode.INVALID;
  }
}
