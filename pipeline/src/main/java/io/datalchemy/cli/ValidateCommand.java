package io.datalchemy.cli;

import io.datalchemy.json.SchemaDocument;
import io.datalchemy.plan.PlanDocument;
import io.datalchemy.problem.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code validate}: every problem of a plan, at once. */
@Command(name = "validate", description = "Checks a plan and prints every problem.")
final class ValidateCommand implements Callable<Integer> {
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
    List<Problem> problems =
        Decisions.problems(
            SchemaDocument.read(schema), PlanDocument.read(plan), keys.beside(schema));
    Console console = root.console();
    problems.forEach(console::result);
    long errors = problems.stream().filter(Problem::isError).count();
    console.say(errors + " errors, " + (problems.size() - errors) + " warnings");
    return errors == 0 ? ExitCode.OK : ExitCode.INVALID;
  }
}
