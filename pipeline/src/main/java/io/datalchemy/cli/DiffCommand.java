package io.datalchemy.cli;

import io.datalchemy.diff.Change;
import io.datalchemy.diff.SchemaDiff;
import io.datalchemy.json.Json;
import io.datalchemy.json.SchemaDocument;
import io.datalchemy.run.RunSchema;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code diff}: what changed from one schema to another, in words. */
@Command(
    name = "diff",
    description = "Tells what changed between two schemas; ends with 3 if anything did.")
final class DiffCommand implements Callable<Integer> {
  @ParentCommand private Datalchemy root;

  @Parameters(
      index = "0",
      paramLabel = "OLD",
      description = "A schema.json, or a run folder that holds one.")
  private Path before;

  @Parameters(index = "1", paramLabel = "NEW", description = "The same of a later day.")
  private Path after;

  @Option(names = "--json", description = "Print the changes as JSON.")
  private boolean json;

  @Override
  public Integer call() {
    SchemaDiff diff =
        SchemaDiff.between(
            SchemaDocument.tree(RunSchema.file(before)),
            SchemaDocument.tree(RunSchema.file(after)));
    Console console = root.console();
    if (json) {
      console.document(Json.pretty(diff));
    } else {
      diff.changes().forEach(change -> console.result(change.sentence()));
    }
    if (diff.versionsDiffer()) {
      console.say(
          "versions: "
              + before
              + " is "
              + diff.before().schemaVersion()
              + ", "
              + after
              + " is "
              + diff.after().schemaVersion()
              + "; what the older has no place for is not compared");
    }
    console.say(summary(diff));
    return diff.changes().isEmpty() ? ExitCode.OK : ExitCode.DIFFERENCES;
  }

  private static String summary(SchemaDiff diff) {
    return diff.count(Change.Action.ADDED)
        + " added, "
        + diff.count(Change.Action.REMOVED)
        + " removed, "
        + diff.count(Change.Action.CHANGED)
        + " changed";
  }
}
