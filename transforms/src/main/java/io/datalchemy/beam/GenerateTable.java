package io.datalchemy.beam;

import java.util.List;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollection;

/** The stage of one table: its shards, spread over the workers, written and digested. */
final class GenerateTable extends PTransform<PBegin, PCollection<KV<Integer, TableReceipt>>> {
  private final List<Shard> shards;
  private final WriteShards writeShards;
  private final DigestTable digestTable;

  GenerateTable(List<Shard> shards, WriteShards writeShards, DigestTable digestTable) {
    this.shards = List.copyOf(shards);
    this.writeShards = writeShards;
    this.digestTable = digestTable;
  }

  @Override
  public PCollection<KV<Integer, TableReceipt>> expand(PBegin begin) {
    List<KV<Integer, Shard>> keyed =
        shards.stream().map(shard -> KV.of(shard.index(), shard)).toList();
    // Grouping by a key of their own spreads the shards and keeps runners from fusing them.
    return begin
        .apply("Shards", Create.of(keyed).withCoder(Gathered.coder(Shard.class)))
        .apply("Spread shards", GroupByKey.create())
        .apply("Write shards", writeShards)
        .apply("Digest table", digestTable);
  }
}
