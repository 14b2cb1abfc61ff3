package io.datalchemy.cli;

import io.datalchemy.explain.Explainer;
import io.datalchemy.explain.ExplanationText;
import io.datalchemy.explain.RowExplanation;
import io.datalchemy.json.Json;
import io.datalchemy.json.SchemaDocument;
import io.datalchemy.pipeline.Documents;
import io.datalchemy.plan.GenerationPlan;
import io.datalchemy.plan.PlanDocument;
import io.datalchemy.resolve.ResolvedTable;
import io.datalchemy.row.TablePrograms;
import io.datalchemy.run.KeyFolder;
import io.datalchemy.schema.DatabaseSchema;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code explain}: computes one row alone, and prints what made each of its cells. */
@Command(
    name = "explain",
    description = "Prints one row of a plan, and for each cell what made it.")
final class ExplainCommand implements Runnable {
  @ParentCommand private Datalchemy root;

  @Option(
      names = "--plan",
      required = true,
      paramLabel = "FILE",
      description = "The plan.json of the run.")
  private Path plan;

  @Option(
      names = "--schema",
      required = true,
      paramLabel = "FILE",
      description = "The schema.json that it is for.")
  private Path schema;

  @Mixin private KeysOption keys;

  @Option(names = "--json", description = "Print the explanation as JSON.")
  private boolean json;

  @Parameters(
      index = "0",
      paramLabel = "TABLE",
      description = "The table, as schema.table; the schema may be left out where it is plain.")
  private String table;

  @Parameters(index = "1", paramLabel = "ROW", description = "The row's number, from 0.")
  private long row;

  @Parameters(
      index = "2",
      arity = "0..1",
      paramLabel = "COLUMN",
      description = "The only column to compute. Default: all.")
  private Optional<String> column = Optional.empty();

  @Override
  public void run() {
    DatabaseSchema schemaDocument = SchemaDocument.read(schema);
    GenerationPlan planDocument = PlanDocument.read(plan);
    Optional<KeyFolder> folder = keys.beside(schema);
    Documents documents = Decisions.decide(schemaDocument, planDocument, new byte[0], folder);
    ResolvedTable found = RunTables.find(documents.resolvedPlan(), table);
    TablePrograms programs =
        TablePrograms.compile(documents.resolvedPlan(), Decisions.generators(planDocument));
    RowExplanation explanation =
        new Explainer(schemaDocument, programs, Decisions.parents(programs, folder))
            .explain(found, row, column);
    if (json) {
      root.console().document(Json.pretty(explanation));
    } else {
      ExplanationText.lines(explanation).forEach(root.console()::result);
    }
  }
}
