package io.datalchemy.beam;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.datalchemy.beam.shard.LiveRun;
import io.datalchemy.beam.shard.OutputOptions;
import io.datalchemy.beam.shard.RunPlace;
import io.datalchemy.beam.shard.SinkKind;
import io.datalchemy.csv.CsvEncoder;
import io.datalchemy.csv.LineBuffer;
import io.datalchemy.json.Json;
import io.datalchemy.registry.Generators;
import io.datalchemy.resolve.ResolvedColumn;
import io.datalchemy.resolve.ResolvedPlan;
import io.datalchemy.resolve.ResolvedTable;
import io.datalchemy.row.ComputedForeignContext;
import io.datalchemy.row.RowBlock;
import io.datalchemy.row.TableProgram;
import io.datalchemy.row.TablePrograms;
import io.datalchemy.schema.TableId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.io.GenerateSequence;
import org.apache.beam.sdk.io.TextIO;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.ParDo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Rows as elements, a DoFn for each row, {@code TextIO.write()}, nothing clever: what the real
 * pipeline must agree with.
 */
class ReferencePipelineTest {
  private static final ResolvedPlan PLAN = SampleRun.plan(20, 150, 400);

  @TempDir Path folder;

  @Test
  void givesTheSameLinesAsTheRealPipeline() throws IOException {
    Path real = folder.resolve("real");
    Set<TableId> published = Set.of(SampleRun.REGION, SampleRun.CUSTOMER);
    Pipeline pipeline = pipeline();
    pipeline.apply(
        new GenerateTables(
            SampleRun.stages(PLAN, 3, published),
            new OutputOptions(new RunPlace(real + "/"), SinkKind.BYTES, new LiveRun("real"))));
    pipeline.run().waitUntilFinish();
    for (ResolvedTable table : PLAN.tables()) {
      assertEquals(reference(table), sortedLines(real, table.table() + "-"));
    }
  }

  private List<String> reference(ResolvedTable table) throws IOException {
    Path reference = folder.resolve("reference");
    String header =
        String.join(",", table.writtenColumns().stream().map(ResolvedColumn::name).toList());
    Pipeline pipeline = pipeline();
    pipeline
        .apply("Rows", GenerateSequence.from(0).to(table.rows()))
        .apply("Make line", ParDo.of(new MakeLineFn(Json.canonical(PLAN), table.id())))
        .apply(
            "Write lines",
            TextIO.write()
                .to(reference.resolve(table.table()).toString())
                .withHeader(header)
                .withNumShards(3));
    pipeline.run().waitUntilFinish();
    return sortedLines(reference, table.table());
  }

  private static Pipeline pipeline() {
    return Pipeline.create(PipelineOptionsFactory.fromArgs("--runner=DirectRunner").create());
  }

  private static List<String> sortedLines(Path run, String prefix) throws IOException {
    List<String> lines = new ArrayList<>();
    try (Stream<Path> files = Files.list(run)) {
      for (Path file : files.toList()) {
        if (file.getFileName().toString().startsWith(prefix)) {
          lines.addAll(Files.readAllLines(file));
        }
      }
    }
    return lines.stream().sorted().toList();
  }

  private static final class MakeLineFn extends DoFn<Long, String> {
    private final byte[] plan;
    private final String schema;
    private final String table;
    private transient TablePrograms programs;

    MakeLineFn(byte[] plan, TableId table) {
      this.plan = plan;
      this.schema = table.schema();
      this.table = table.table();
    }

    @ProcessElement
    public void processElement(@Element Long row, OutputReceiver<String> lines) throws IOException {
      if (programs == null) {
        ResolvedPlan resolved = Json.mapper().readValue(plan, ResolvedPlan.class);
        programs = TablePrograms.compile(resolved, Generators.builtIn());
      }
      TableProgram program = programs.program(new TableId(schema, table));
      List<String> columns = program.writtenColumns().stream().map(ResolvedColumn::name).toList();
      RowBlock block = program.newBlock(columns, 1);
      block.rows().setRange(row, 1);
      program.fill(block, new ComputedForeignContext(programs));
      LineBuffer line = new LineBuffer();
      CsvEncoder.encode(block.columns(), 0, line);
      lines.output(line.text());
    }
  }
}
