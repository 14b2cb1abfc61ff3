package io.datalchemy.beam;

import io.datalchemy.beam.keys.ParentKeys;
import io.datalchemy.beam.keys.PublishKeys;
import io.datalchemy.beam.keys.ReadKeyFile;
import io.datalchemy.beam.keys.RunInputs;
import io.datalchemy.beam.shard.GenerateTable;
import io.datalchemy.beam.shard.OutputOptions;
import io.datalchemy.beam.shard.Shard;
import io.datalchemy.beam.shard.TableReceipt;
import io.datalchemy.existing.ExistingTable;
import io.datalchemy.json.Json;
import io.datalchemy.resolve.ResolvedForeignKey;
import io.datalchemy.resolve.ResolvedTable;
import io.datalchemy.schema.TableId;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;

/**
 * Generates all tables of a resolved plan in its order: publishes parents' keys, writes every
 * table's shards, and when all are written gives them their names.
 */
public final class GenerateTables extends PTransform<PBegin, PCollection<RunReceipt>> {
  private final GenerationStages stages;
  private final OutputOptions output;

  /** The stages of one run and where their files go. */
  public GenerateTables(GenerationStages stages, OutputOptions output) {
    this.stages = stages;
    this.output = output;
  }

  @Override
  public PCollection<RunReceipt> expand(PBegin begin) {
    RunInputs inputs =
        RunInputs.read(begin, Json.canonical(stages.plan()), Json.canonical(stages.schema()));
    ParentKeys keys = publishKeys(begin, inputs);
    return writeTables(begin, inputs, keys)
        .apply("Collect receipts", Flatten.pCollections())
        .apply("Publish shards", new PublishShards(output.place()));
  }

  /** A parent's own keys may come from its parents', which are published before it. */
  private ParentKeys publishKeys(PBegin begin, RunInputs inputs) {
    ParentKeys keys = readKeys(begin);
    for (ResolvedTable table : stages.plan().tables()) {
      Set<TableId> read = stages.keys().parents().get(table.id());
      if (read != null && table.rows() > 0) {
        ParentKeys parents = keys.only(read);
        keys =
            keys.with(
                table.id(),
                begin.apply(
                    "Publish keys of " + table.id(), new PublishKeys(table, inputs, parents)));
      }
    }
    return keys;
  }

  /** The keys of rows that stay come from files. */
  private ParentKeys readKeys(PBegin begin) {
    ParentKeys keys = ParentKeys.none();
    for (ExistingTable table : stages.plan().existing()) {
      keys =
          keys.withExisting(
              table.id(),
              begin.apply(
                  "Read keys of " + table.id(), new ReadKeyFile(table, output.place().keys())));
    }
    return keys;
  }

  private PCollectionList<KV<Integer, TableReceipt>> writeTables(
      PBegin begin, RunInputs inputs, ParentKeys keys) {
    PCollectionList<KV<Integer, TableReceipt>> receipts =
        PCollectionList.empty(begin.getPipeline());
    for (ResolvedTable table : stages.plan().tables()) {
      List<Shard> shards = stages.shards().get(table.id());
      ParentKeys parents = keys.only(parentsOf(table));
      receipts =
          receipts.and(
              begin.apply(
                  "Generate " + table.id(), new GenerateTable(shards, inputs, parents, output)));
    }
    return receipts;
  }

  private static Set<TableId> parentsOf(ResolvedTable table) {
    return table.foreignKeys().stream()
        .map(ResolvedForeignKey::parent)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
