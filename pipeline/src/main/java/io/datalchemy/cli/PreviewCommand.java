package io.datalchemy.cli;

import io.datalchemy.json.Json;
import io.datalchemy.json.SchemaDocument;
import io.datalchemy.plan.GenerationPlan;
import io.datalchemy.plan.PlanDocument;
import io.datalchemy.preview.ExpandedLayout;
import io.datalchemy.preview.PreviewDocument;
import io.datalchemy.preview.Previewer;
import io.datalchemy.preview.SampleRows;
import io.datalchemy.preview.TableLayout;
import io.datalchemy.resolve.ResolvedColumn;
import io.datalchemy.resolve.ResolvedPlan;
import io.datalchemy.resolve.ResolvedTable;
import io.datalchemy.row.TablePrograms;
import io.datalchemy.run.KeyFolder;
import io.datalchemy.schema.DatabaseSchema;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code preview}: rows of a plan on the terminal, without a run. */
@Command(
    name = "preview",
    description = "Prints some rows of a plan, as a run would write them, and writes nothing.")
final class PreviewCommand implements Runnable {
  private static final int ROWS_OF_ONE = 10;
  private static final int ROWS_OF_EACH = 3;
  private static final int MOST_ROWS = 10_000;

  @ParentCommand private Datalchemy root;

  @Spec private CommandSpec spec;

  @Option(
      names = "--plan",
      required = true,
      paramLabel = "FILE",
      description = "The plan.json to look at.")
  private Path plan;

  @Option(
      names = "--schema",
      required = true,
      paramLabel = "FILE",
      description = "The schema.json that it is for.")
  private Path schema;

  @Mixin private KeysOption keys;

  @Option(
      names = {"-n", "--rows"},
      paramLabel = "N",
      description = "How many rows, up to 10000. Default: 10 of one table, 3 of each.")
  private Integer count;

  @Option(
      names = "--row",
      paramLabel = "ROW",
      description = "The number of the first row, from 0. Default: 0.")
  private Long row;

  @ArgGroup private Form form = new Form();

  @Parameters(
      arity = "0..1",
      paramLabel = "TABLE",
      description =
          "The table, as schema.table; the schema may be left out where it is plain. Default: all.")
  private Optional<String> table = Optional.empty();

  /** How rows are shown: at most one of these, a table if none. */
  static final class Form {
    @Option(
        names = {"-x", "--expanded"},
        description = "A line for each column, with the whole of each value.")
    private boolean expanded;

    @Option(names = "--csv", description = "The lines of the output file; needs a TABLE.")
    private boolean csv;

    @Option(names = "--json", description = "A document for programs.")
    private boolean json;
  }

  @Override
  public void run() {
    checkOptions();
    DatabaseSchema schemaDocument = SchemaDocument.read(schema);
    GenerationPlan planDocument = PlanDocument.read(plan);
    Optional<KeyFolder> folder = keys.beside(schema);
    ResolvedPlan resolved =
        Decisions.decide(schemaDocument, planDocument, new byte[0], folder).resolvedPlan();
    List<ResolvedTable> tables =
        table.map(name -> List.of(RunTables.find(resolved, name))).orElse(resolved.tables());
    TablePrograms programs = TablePrograms.compile(resolved, Decisions.generators(planDocument));
    Previewer previewer = new Previewer(programs, Decisions.parents(programs, folder));
    print(tables.stream().map(t -> previewer.rows(t, firstRow(), rowCount())).toList());
  }

  private void checkOptions() {
    if (count != null && (count < 1 || count > MOST_ROWS)) {
      refuse("-n: must be within 1 and " + MOST_ROWS + ", was " + count);
    }
    if (row != null && row < 0) {
      refuse("--row: must not be negative, was " + row);
    }
    if (table.isEmpty() && (row != null || form.csv)) {
      refuse((row != null ? "--row" : "--csv") + ": is about one table; name a TABLE");
    }
  }

  private void refuse(String message) {
    throw new ParameterException(spec.commandLine(), message);
  }

  private long firstRow() {
    return row == null ? 0 : row;
  }

  private int rowCount() {
    int usual = table.isPresent() ? ROWS_OF_ONE : ROWS_OF_EACH;
    return count == null ? usual : count;
  }

  private void print(List<SampleRows> samples) {
    Console console = root.console();
    if (form.json) {
      console.document(Json.pretty(PreviewDocument.of(samples)));
    } else if (form.csv) {
      samples.forEach(sample -> sample.csv().forEach(console::result));
    } else {
      for (int i = 0; i < samples.size(); i++) {
        if (i > 0) {
          console.result("");
        }
        console.result(title(samples.get(i)));
        lines(samples.get(i)).forEach(console::result);
      }
    }
  }

  private List<String> lines(SampleRows sample) {
    return form.expanded
        ? ExpandedLayout.lines(sample)
        : TableLayout.lines(sample, TerminalWidth.of(root.environment()));
  }

  /** The table, its rows and the columns that no file has. */
  private static String title(SampleRows sample) {
    List<String> omitted =
        sample.table().columns().stream()
            .filter(column -> !column.isWritten())
            .map(ResolvedColumn::name)
            .toList();
    return sample.table().id()
        + ", "
        + sample.table().rows()
        + (sample.table().rows() == 1 ? " row" : " rows")
        + (omitted.isEmpty() ? "" : "; filled by the database: " + String.join(", ", omitted));
  }
}
