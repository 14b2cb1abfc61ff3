package io.datalchemy.pipeline;

import io.datalchemy.beam.GenerateTables;
import io.datalchemy.beam.GenerationStages;
import io.datalchemy.beam.keys.ForeignContextMode;
import io.datalchemy.beam.keys.KeyPublication;
import io.datalchemy.beam.shard.LiveRun;
import io.datalchemy.beam.shard.OutputOptions;
import io.datalchemy.beam.shard.RunPlace;
import io.datalchemy.beam.shard.Shard;
import io.datalchemy.resolve.ResolvedPlan;
import io.datalchemy.resolve.ResolvedTable;
import io.datalchemy.row.TablePrograms;
import io.datalchemy.run.RunFolder;
import io.datalchemy.run.ShardNames;
import io.datalchemy.schema.DatabaseSchema;
import io.datalchemy.schema.TableId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.beam.sdk.Pipeline;

/** Builds the generation pipeline of a request; runs nothing. */
final class GenerationPipeline {
  private GenerationPipeline() {}

  /** Adds the stages of the run to a pipeline. */
  static void build(
      Pipeline pipeline, GenerationRequest request, TablePrograms programs, RunFolder run) {
    GenerationStages stages = stages(request, programs);
    OutputOptions output =
        new OutputOptions(
            new RunPlace(run.path().toAbsolutePath() + "/"),
            request.sink(),
            new LiveRun(run.runId()));
    pipeline.apply("Generate tables", new GenerateTables(stages, output));
  }

  private static GenerationStages stages(GenerationRequest request, TablePrograms programs) {
    ResolvedPlan plan = request.documents().resolvedPlan();
    DatabaseSchema schema = request.documents().schema();
    ForeignContextMode mode = request.foreignContext();
    return new GenerationStages(
        plan, schema, shards(request, plan, schema), KeyPublication.of(programs, mode));
  }

  private static Map<TableId, List<Shard>> shards(
      GenerationRequest request, ResolvedPlan plan, DatabaseSchema schema) {
    ShardNames names = names(plan, schema);
    Map<TableId, List<Shard>> shards = new TreeMap<>();
    for (ResolvedTable table : plan.tables()) {
      int count = request.shards().orElseGet(() -> Shard.count(table.rows(), plan.shardRows()));
      shards.put(
          table.id(),
          Shard.split(
              table.id(), table.rows(), count, index -> names.file(table.id(), index, count)));
    }
    return shards;
  }

  /** A file's name does not depend on which tables are part of the run. */
  private static ShardNames names(ResolvedPlan plan, DatabaseSchema schema) {
    Stream<TableId> planned = plan.tables().stream().map(ResolvedTable::id);
    return ShardNames.of(Stream.concat(schema.tableIds(), planned).distinct().toList());
  }
}
