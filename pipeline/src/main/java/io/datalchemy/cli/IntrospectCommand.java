package io.datalchemy.cli;

import io.datalchemy.connect.ConnectionSettings;
import io.datalchemy.introspect.IntrospectionOptions;
import io.datalchemy.json.SchemaDocument;
import io.datalchemy.run.IntrospectionRun;
import io.datalchemy.run.RunFolder;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code introspect}: reads a database's schema into a run folder and prints the folder. */
@Command(
    name = "introspect",
    description = "Reads a database's schema, never its rows, and prints the run folder.")
final class IntrospectCommand implements Runnable {
  @ParentCommand private Datalchemy root;

  @Mixin private ConnectionOption connection;

  @Parameters(
      arity = "0..1",
      paramLabel = "URL",
      description = "The database, if --conn is not given.")
  private String url;

  @Option(
      names = "--schema",
      paramLabel = "NAME",
      description = "A schema to read; may be repeated. Default: all but the system's.")
  private List<String> schemas = List.of();

  @Option(
      names = "--run-dir",
      paramLabel = "FOLDER",
      defaultValue = "runs",
      description = "Where run folders are made. Default: ${DEFAULT-VALUE}.")
  private Path runs;

  @Option(names = "--out", paramLabel = "FILE", description = "Also write schema.json here.")
  private Path out;

  @Option(names = "--strict", description = "Fail if anything could not be captured.")
  private boolean strict;

  @Override
  public void run() {
    ConnectionSettings settings = connection.settings(Optional.ofNullable(url), root.environment());
    IntrospectionRun run =
        IntrospectionRun.run(
            settings, new IntrospectionOptions(schemas, strict), runs, InstantSource.system());
    if (out != null) {
      RunFolder.writeAtomically(out, SchemaDocument.write(run.introspection().schema()));
    }
    Console console = root.console();
    console.problems(run.introspection().warnings());
    console.say(run.introspection().schema().tableIds().count() + " tables read");
    console.result(run.folder().path());
  }
}
