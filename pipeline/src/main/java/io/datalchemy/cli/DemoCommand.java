package io.datalchemy.cli;

import io.datalchemy.cli.option.ProposalOptions;
import io.datalchemy.introspect.IntrospectionOptions;
import io.datalchemy.load.LoadReport;
import io.datalchemy.load.Loader;
import io.datalchemy.load.VerificationReport;
import io.datalchemy.load.Verifier;
import io.datalchemy.pipeline.Documents;
import io.datalchemy.pipeline.Generation;
import io.datalchemy.pipeline.GenerationRequest;
import io.datalchemy.pipeline.GenerationResult;
import io.datalchemy.plan.PlanDocument;
import io.datalchemy.propose.Proposal;
import io.datalchemy.propose.ProposalRequest;
import io.datalchemy.run.IntrospectionRun;
import io.datalchemy.run.RunId;
import io.datalchemy.schema.DatabaseSchema;
import io.datalchemy.server.EmbeddedServer;
import io.datalchemy.server.SampleDatabase;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code demo}: the whole way on the sample database, with a server of its own. */
@Command(
    name = "demo",
    description = "Shows the whole way on a sample database, with an embedded PostgreSQL.")
final class DemoCommand implements Callable<Integer> {
  private static final String DATABASE = "datalchemy_demo";

  /** Fixed, so that the same options give the same bytes on any day. */
  private static final LocalDate AS_OF = LocalDate.of(2026, 6, 30);

  @ParentCommand private Datalchemy root;

  @Mixin private ProposalOptions options;

  @Option(
      names = "--keep",
      description = "Load the rows too, leave the server running and print how to connect.")
  private boolean keep;

  @Option(
      names = "--dir",
      paramLabel = "FOLDER",
      defaultValue = ".datalchemy/demo",
      description = "Where everything is put. Default: ${DEFAULT-VALUE}.")
  private Path folder;

  @Override
  public Integer call() {
    ProposalRequest request = options.request(AS_OF);
    root.console().say("starting an embedded PostgreSQL");
    if (!keep) {
      try (EmbeddedServer server = EmbeddedServer.start()) {
        return show(server, request);
      }
    }
    EmbeddedServer server = EmbeddedServer.startKept(folder.resolve("postgres-" + RunId.fresh()));
    boolean shown = false;
    try {
      int exitCode = show(server, request);
      shown = true;
      return exitCode;
    } finally {
      if (!shown) {
        server.close();
      }
    }
  }

  private int show(EmbeddedServer server, ProposalRequest request) {
    Console console = root.console();
    SampleDatabase.create(server, DATABASE);
    DatabaseSchema schema = introspect(server);
    Proposal proposal = Decisions.propose(schema, request);
    proposal.notes().forEach(console::say);
    Documents documents =
        Decisions.decide(schema, proposal.plan(), PlanDocument.write(proposal.plan()));
    GenerationResult result =
        Generation.run(
            GenerationRequest.of(documents, folder.resolve("out")).withQuiet(root.isQuiet()));
    Path run = result.run().path();
    console.say("verifying with every constraint on");
    VerificationReport report = Verifier.verify(schema, run, server);
    report.violations().forEach(violation -> console.complain(violation.toString()));
    report.notEvaluated().forEach(rule -> console.say(rule.toString()));
    summarise(result, report);
    if (keep) {
      loadAndTell(server, run);
    }
    return report.isClean() ? ExitCode.OK : ExitCode.VIOLATIONS;
  }

  private DatabaseSchema introspect(EmbeddedServer server) {
    IntrospectionRun run =
        IntrospectionRun.run(
            server.settings(DATABASE),
            IntrospectionOptions.all(),
            folder.resolve("runs"),
            InstantSource.system());
    root.console().problems(run.introspection().warnings());
    root.console().say("schema: " + run.folder().path().resolve(IntrospectionRun.SCHEMA_FILE));
    return run.introspection().schema();
  }

  private void summarise(GenerationResult result, VerificationReport report) {
    Console console = root.console();
    console.result("tables                 " + result.manifest().tables().size());
    console.result("rows                   " + result.manifest().rows());
    console.result("bytes                  " + result.manifest().bytes());
    console.result("rows per second        " + result.rowsPerSecond());
    console.result("constraints held       " + report.rulesHeld());
    console.result("constraint violations  " + report.violations().size());
    console.result("files                  " + result.run().path());
  }

  private void loadAndTell(EmbeddedServer server, Path run) {
    LoadReport loaded = Loader.load(run, server.settings(DATABASE));
    Console console = root.console();
    console.say(loaded.rows() + " rows loaded into the sample database");
    console.result("connect                psql " + server.connectionString(DATABASE));
    console.result("stop                   kill -INT " + server.processId());
    console.result("data                   " + server.dataFolder());
  }
}
