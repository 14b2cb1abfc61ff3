package io.datalchemy.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command {@code datalchemy}: reads a database's schema and makes a synthetic copy of it. */
@Command(
    name = "datalchemy",
    description = "Makes a synthetic copy of a relational database from its schema alone.",
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    versionProvider = VersionCommand.class,
    usageHelpAutoWidth = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "1:the run failed",
      "2:the command line or a document is not valid",
      "3:a database refused rows: constraint violations; or two schemas differ",
      "4:a database or storage is not available"
    },
    subcommands = {
      DemoCommand.class,
      DiffCommand.class,
      ExplainCommand.class,
      GenerateCommand.class,
      GeneratorsCommand.class,
      IntrospectCommand.class,
      LoadCommand.class,
      PlanCommand.class,
      PreviewCommand.class,
      SchemaCommand.class,
      ValidateCommand.class,
      VerifyCommand.class,
      VersionCommand.class,
    })
public final class Datalchemy implements Runnable {
  @Option(
      names = "--quiet",
      scope = ScopeType.INHERIT,
      description = "Print results and problems only.")
  private boolean quiet;

  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "Print the stack trace of a failure; it may hold values.")
  private boolean debug;

  @Spec private CommandSpec spec;

  private final Map<String, String> environment;

  private Datalchemy(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  /** Runs one command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    System.exit(run(writer(System.out), writer(System.err), arguments));
  }

  /** Runs one command; returns its exit code. */
  static int run(PrintWriter out, PrintWriter err, String... arguments) {
    return run(System.getenv(), out, err, arguments);
  }

  /** Runs one command as if the process had those environment variables; returns its exit code. */
  static int run(
      Map<String, String> environment, PrintWriter out, PrintWriter err, String... arguments) {
    return new CommandLine(new Datalchemy(environment))
        .setOut(out)
        .setErr(err)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(new FailureReport())
        .setParameterExceptionHandler(new UsageReport())
        .execute(arguments);
  }

  /** Without a command there is nothing to do: says what there is. */
  @Override
  public void run() {
    throw new CommandLine.ParameterException(spec.commandLine(), "Missing command");
  }

  Console console() {
    return new Console(spec.commandLine().getOut(), spec.commandLine().getErr(), quiet);
  }

  Map<String, String> environment() {
    return environment;
  }

  boolean isQuiet() {
    return quiet;
  }

  boolean isDebug() {
    return debug;
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(stream, true, StandardCharsets.UTF_8);
  }
}
