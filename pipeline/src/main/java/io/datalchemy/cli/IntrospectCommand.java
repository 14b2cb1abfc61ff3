package io.datalchemy.cli;

import io.datalchemy.cli.option.ConnectionOption;
import io.datalchemy.connect.ConnectionSettings;
import io.datalchemy.existing.ExistingColumn;
import io.datalchemy.existing.ExistingKeys;
import io.datalchemy.existing.ExistingTable;
import io.datalchemy.existing.KeySelection;
import io.datalchemy.introspect.IntrospectionOptions;
import io.datalchemy.json.SchemaDocument;
import io.datalchemy.pipeline.capture.KeyCapture;
import io.datalchemy.run.EventLog;
import io.datalchemy.run.IntrospectionRun;
import io.datalchemy.run.RunFolder;
import io.datalchemy.schema.DatabaseSchema;
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
    description =
        "Reads a database's schema, and of its rows the keys that --keys names; prints the run"
            + " folder.")
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

  @Option(
      names = "--keys",
      paramLabel = "TABLE[,…]",
      description =
          "Also read the keys of these tables, whose rows are to stay: TABLE, SCHEMA.TABLE,"
              + " SCHEMA.TABLE(COLUMN,…) or SCHEMA.*, odd names in double quotes; may be repeated.")
  private List<String> keys = List.of();

  @Option(
      names = "--key-partitions",
      paramLabel = "N",
      description =
          "In how many parts the keys of a table are read at once. Default: one for each"
              + " processor.")
  private int partitions = Runtime.getRuntime().availableProcessors();

  @Override
  public void run() {
    ConnectionSettings settings = connection.settings(Optional.ofNullable(url), root.environment());
    KeySelection selection = KeySelection.parse(keys);
    IntrospectionRun run =
        IntrospectionRun.run(
            settings,
            new IntrospectionOptions(schemas, strict),
            runs,
            InstantSource.system(),
            (found, folder, log) -> readKeys(settings, selection, found, folder, log));
    if (out != null) {
      RunFolder.writeAtomically(out, SchemaDocument.write(run.introspection().schema()));
    }
    Console console = root.console();
    console.problems(run.introspection().warnings());
    console.say(run.introspection().schema().tableIds().count() + " tables read");
    console.result(run.folder().path());
  }

  private void readKeys(
      ConnectionSettings settings,
      KeySelection selection,
      DatabaseSchema schema,
      RunFolder folder,
      EventLog log) {
    if (!selection.tables().isEmpty()) {
      ExistingKeys read = new KeyCapture(settings, selection, partitions).read(schema, folder, log);
      read.tables().forEach(table -> root.console().say(keysOf(table)));
    }
  }

  private static String keysOf(ExistingTable table) {
    List<String> columns = table.columns().stream().map(ExistingColumn::name).toList();
    String skipped =
        table.rowsWithoutKey() == 0 ? "" : ", " + table.rowsWithoutKey() + " rows without a key";
    return "keys of " + table.id() + columns + ": " + table.rows() + " rows" + skipped;
  }
}
