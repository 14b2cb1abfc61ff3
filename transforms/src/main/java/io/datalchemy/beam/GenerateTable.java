package io.datalchemy.beam;

import java.util.List;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.Reshuffle;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollection;

/** The stage of one table: its shards, spread over the workers, written and digested. */
final class GenerateTable extends PTransform<PBegin, PCollection<TableReceipt>> {
  private final List<Shard> shards;
  private final WriteShards writeShards;
  private final DigestTable digestTable;

  GenerateTable(List<Shard> shards, WriteShards writeShards, DigestTable digestTable) {
    this.shards = List.copyOf(shards);
    this.writeShards = writeShards;
    this.digestTable = digestTable;
  }

  @Override
  public PCollection<TableReceipt> expand(PBegin begin) {
    return begin
        .apply("Shards", Create.of(shards).withCoder(JsonCoder.of(Shard.class)))
        .apply("Spread shards", Reshuffle.viaRandomKey())
        .apply("Write shards", writeShards)
        .apply("Digest table", digestTable);
  }
}
