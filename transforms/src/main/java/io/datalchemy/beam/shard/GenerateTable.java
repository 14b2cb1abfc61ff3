package io.datalchemy.beam.shard;

import io.datalchemy.beam.element.Gathered;
import io.datalchemy.beam.keys.ParentKeys;
import io.datalchemy.beam.keys.RunInputs;
import java.util.List;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollection;

/** The stage of one table: its shards, spread over the workers, written and digested. */
public final class GenerateTable
    extends PTransform<PBegin, PCollection<KV<Integer, TableReceipt>>> {
  private final List<Shard> shards;
  private final RunInputs inputs;
  private final ParentKeys parents;
  private final OutputOptions output;

  /**
   * The stage of one table.
   *
   * @param shards all of the table
   * @param parents the published keys of the table's parents
   */
  public GenerateTable(
      List<Shard> shards, RunInputs inputs, ParentKeys parents, OutputOptions output) {
    this.shards = List.copyOf(shards);
    this.inputs = inputs;
    this.parents = parents;
    this.output = output;
  }

  @Override
  public PCollection<KV<Integer, TableReceipt>> expand(PBegin begin) {
    List<KV<Integer, Shard>> keyed =
        shards.stream().map(shard -> KV.of(shard.index(), shard)).toList();
    // Grouping by a key of their own spreads the shards and keeps runners from fusing them.
    return begin
        .apply("Shards", Create.of(keyed).withCoder(Gathered.coder(Shard.class)))
        .apply("Spread shards", GroupByKey.create())
        .apply("Write shards", new WriteShards(inputs, parents, output))
        .apply("Digest table", new DigestTable(output.place()));
  }
}
