package io.datalchemy.cli;

import io.datalchemy.cli.option.ConnectionOption;
import io.datalchemy.connect.ConnectionSettings;
import io.datalchemy.ddl.SchemaDdl;
import io.datalchemy.json.SchemaDocument;
import io.datalchemy.load.VerificationReport;
import io.datalchemy.load.Verifier;
import io.datalchemy.run.Manifest;
import io.datalchemy.schema.DatabaseSchema;
import io.datalchemy.server.EmbeddedServer;
import io.datalchemy.server.GivenServer;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code verify}: asks a real PostgreSQL whether a run's rows keep every constraint. */
@Command(
    name = "verify",
    description = "Loads a run into a throw-away PostgreSQL with every constraint on.")
final class VerifyCommand implements Callable<Integer> {
  @ParentCommand private Datalchemy root;

  @Option(
      names = "--schema",
      required = true,
      paramLabel = "FILE",
      description = "The schema.json that the run was generated from.")
  private Path schema;

  @Option(
      names = "--run",
      required = true,
      paramLabel = "FOLDER",
      description = "The run folder of generate.")
  private Path run;

  @Option(
      names = "--conn",
      paramLabel = "URL",
      description =
          "A PostgreSQL server where a database may be made and dropped; without it, an embedded"
              + " one.")
  private String connection;

  @Override
  public Integer call() {
    DatabaseSchema document = SchemaDocument.read(schema);
    Console console = root.console();
    console.problems(SchemaDdl.of(document).notMade());
    VerificationReport report = verify(document);
    report.violations().forEach(console::result);
    report.notEvaluated().forEach(rule -> console.say(rule.toString()));
    console.result(summary(report));
    return report.isClean() ? ExitCode.OK : ExitCode.VIOLATIONS;
  }

  private VerificationReport verify(DatabaseSchema document) {
    if (connection != null) {
      ConnectionSettings settings = ConnectionOption.settings(connection, root.environment());
      return Verifier.verify(document, run, new GivenServer(settings));
    }
    Manifest.read(run); // a run that did not finish is told before a server is started
    root.console().say("starting an embedded PostgreSQL");
    try (EmbeddedServer server = EmbeddedServer.start()) {
      return Verifier.verify(document, run, server);
    }
  }

  static String summary(VerificationReport report) {
    return String.format(
        Locale.ROOT,
        "%d tables, %d rows, %d constraints and indexes held, %d violations, %d not evaluated",
        report.tables(),
        report.rows(),
        report.rulesHeld(),
        report.violations().size(),
        report.notEvaluated().size());
  }
}
