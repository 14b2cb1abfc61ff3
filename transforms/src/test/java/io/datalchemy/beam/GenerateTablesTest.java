package io.datalchemy.beam;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.datalchemy.beam.element.Sha256;
import io.datalchemy.beam.shard.LiveRun;
import io.datalchemy.beam.shard.OutputOptions;
import io.datalchemy.beam.shard.RunPlace;
import io.datalchemy.beam.shard.ShardReceipt;
import io.datalchemy.beam.shard.SinkKind;
import io.datalchemy.beam.shard.TableReceipt;
import io.datalchemy.json.Json;
import io.datalchemy.resolve.ResolvedPlan;
import io.datalchemy.schema.TableId;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class GenerateTablesTest {
  private static final Set<TableId> PARENTS =
      Set.of(SampleRun.REGION, SampleRun.CUSTOMER, SampleRun.ORDER);
  private static final ResolvedPlan PLAN = SampleRun.plan(300, 9_000, 5_000);

  private static Map<String, List<String>> reference = Map.of();

  @TempDir Path folder;

  @BeforeAll
  static void runOnce(@TempDir Path once) throws IOException {
    reference = run(SampleRun.stages(PLAN, 1, PARENTS), output(once, SinkKind.BYTES), 2);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 8})
  void givesTheSameBytesWithAnyNumberOfThreads(int threads) throws IOException {
    assertEquals(reference, run(SampleRun.stages(PLAN, 1, PARENTS), "run", threads));
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 7})
  void changesOnlyFileBoundariesWithTheNumberOfShards(int shardCount) throws IOException {
    assertEquals(reference, run(SampleRun.stages(PLAN, shardCount, PARENTS), "run", 2));
  }

  @Test
  void computesTheKeysThatItDoesNotPublish() throws IOException {
    assertEquals(reference, run(SampleRun.stages(PLAN, 1, Set.of()), "run", 2));
    Set<TableId> some = Set.of(SampleRun.REGION);
    assertEquals(reference, run(SampleRun.stages(PLAN, 1, some), "other run", 2));
  }

  @ParameterizedTest
  @EnumSource(SinkKind.class)
  void givesTheSameBytesThroughAnySink(SinkKind sink) throws IOException {
    GenerationStages stages = SampleRun.stages(PLAN, 1, PARENTS);
    assertEquals(reference, run(stages, output(folder.resolve("run"), sink), 2));
  }

  @Test
  void digestsTablesWithoutRegardToShards() throws IOException {
    run(SampleRun.stages(PLAN, 1, PARENTS), "one", 2);
    run(SampleRun.stages(PLAN, 7, PARENTS), "seven", 2);
    RunReceipt one = receipt("one");
    RunReceipt seven = receipt("seven");
    for (int i = 0; i < one.tables().size(); i++) {
      assertEquals(one.tables().get(i).sha256(), seven.tables().get(i).sha256());
      assertEquals(one.tables().get(i).rows(), seven.tables().get(i).rows());
      assertEquals(one.tables().get(i).nulls(1), seven.tables().get(i).nulls(1));
      assertEquals(7, seven.tables().get(i).shards().size());
    }
  }

  /** Other digests are other bytes for the same plan: they take another generation format. */
  @Test
  void keepsTheBytesOfItsGenerationFormat() throws IOException {
    run(SampleRun.stages(PLAN, 1, PARENTS), "run", 2);
    assertEquals(3, ResolvedPlan.GENERATION_FORMAT);
    assertEquals(
        List.of(
            "60780f288f5a5633bed27bcc7ea180a45416d704a8526d01740efb057c57e83f",
            "7c7e48676783c57cdb2e583b5edafec2133663e388b2dc22171c1e0d21601bd7",
            "6179143ccb4c7310792de6f9bb3ea4858beb01fae624b5326ec28b407dbb8f05"),
        receipt("run").tables().stream().map(TableReceipt::sha256).toList());
  }

  @Test
  void tellsWhatIsInTheFiles() throws IOException {
    run(SampleRun.stages(PLAN, 3, PARENTS), "run", 2);
    for (TableReceipt table : receipt("run").tables()) {
      for (ShardReceipt shard : table.shards()) {
        byte[] bytes = Files.readAllBytes(folder.resolve("run").resolve(shard.shard().file()));
        assertEquals(bytes.length, shard.bytes());
        assertEquals(Sha256.hex(bytes), shard.sha256());
        List<String> lines = new String(bytes, StandardCharsets.UTF_8).lines().toList();
        assertEquals(lines.size() - 1, shard.shard().rows());
        long nullsOfLast = lines.stream().skip(1).filter(line -> line.endsWith(",")).count();
        assertEquals(nullsOfLast, shard.nulls().get(shard.nulls().size() - 1));
      }
    }
  }

  @Test
  void givesOtherBytesForAnotherSeed() throws IOException {
    ResolvedPlan other =
        new ResolvedPlan(
            PLAN.resolvedVersion(),
            PLAN.generationFormat(),
            PLAN.seed().add(BigInteger.ONE),
            PLAN.asOf(),
            PLAN.locale(),
            PLAN.shardRows(),
            PLAN.schemaFingerprint(),
            PLAN.tables(),
            PLAN.warnings());
    assertNotEquals(reference, run(SampleRun.stages(other, 1, PARENTS), "run", 2));
  }

  @Test
  void writesAHeaderAloneForATableWithoutRows() throws IOException {
    ResolvedPlan empty = SampleRun.plan(0, 0, 0);
    Map<String, List<String>> tables = run(SampleRun.stages(empty, 1, PARENTS), "run", 1);
    assertEquals(List.of("id,codigo,nome"), tables.get("regiao"));
    assertEquals(List.of("id,regiao_id,regiao_codigo,apelido"), tables.get("cliente"));
  }

  @Test
  void writesToFoldersWithAnyName() throws IOException {
    ResolvedPlan small = SampleRun.plan(2, 3, 4);
    Map<String, List<String>> tables =
        run(SampleRun.stages(small, 1, PARENTS), "out [1] {a} ção", 1);
    assertEquals(5, tables.get("pedido").size());
  }

  @Test
  void leavesNoFileUnderItsFinalNameIfAnyCannotHaveIt() throws IOException {
    Path blocked = folder.resolve("run").resolve("cliente-0.csv");
    Files.createDirectories(blocked.resolve("in the way"));
    assertThrows(RuntimeException.class, () -> run(SampleRun.stages(PLAN, 1, PARENTS), "run", 2));
    assertTrue(Files.isDirectory(blocked));
    assertFalse(Files.exists(folder.resolve("run/.tmp").resolve(RunReceipt.FILE_NAME)));
  }

  private Map<String, List<String>> run(GenerationStages stages, String name, int threads)
      throws IOException {
    return run(stages, output(folder.resolve(name), SinkKind.BYTES), threads);
  }

  private static Map<String, List<String>> run(
      GenerationStages stages, OutputOptions output, int threads) throws IOException {
    Pipeline pipeline =
        Pipeline.create(
            PipelineOptionsFactory.fromArgs(
                    "--runner=DirectRunner", "--targetParallelism=" + threads)
                .create());
    pipeline.apply("Generate tables", new GenerateTables(stages, output));
    pipeline.run().waitUntilFinish();
    return tables(Path.of(output.place().folder()));
  }

  private static OutputOptions output(Path run, SinkKind sink) {
    return new OutputOptions(new RunPlace(run + "/"), sink, new LiveRun(run.toString()));
  }

  private RunReceipt receipt(String name) throws IOException {
    Path file = folder.resolve(name).resolve(RunPlace.TEMPORARY).resolve(RunReceipt.FILE_NAME);
    return Json.mapper().readValue(Files.readAllBytes(file), RunReceipt.class);
  }

  /** The lines of each table, its shards in name order and their headers but the first left out. */
  private static Map<String, List<String>> tables(Path run) throws IOException {
    Map<String, List<String>> tables = new TreeMap<>();
    try (Stream<Path> files = Files.list(run)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        String table = file.getFileName().toString().replaceFirst("-.*", "");
        List<String> lines = tables.computeIfAbsent(table, name -> new ArrayList<>());
        Files.readAllLines(file).stream().skip(lines.isEmpty() ? 0 : 1).forEach(lines::add);
      }
    }
    return tables;
  }
}
