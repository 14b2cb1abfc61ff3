package io.datalchemy.beam;

import io.datalchemy.beam.element.JsonCoder;
import io.datalchemy.beam.shard.RunPlace;
import io.datalchemy.beam.shard.ShardReceipt;
import io.datalchemy.beam.shard.TableReceipt;
import io.datalchemy.json.Json;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.MoveOptions.StandardMoveOptions;
import org.apache.beam.sdk.io.fs.ResourceId;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;

/**
 * When every table is written, renames all shards to their final names and then leaves the run's
 * receipt. Doing it again changes nothing.
 */
final class PublishShards
    extends PTransform<PCollection<KV<Integer, TableReceipt>>, PCollection<RunReceipt>> {
  private final RunPlace place;

  PublishShards(RunPlace place) {
    this.place = place;
  }

  @Override
  public PCollection<RunReceipt> expand(PCollection<KV<Integer, TableReceipt>> tables) {
    return tables
        .apply("Group by run", GroupByKey.create())
        .apply("Rename shards", ParDo.of(new RenameShardsFn(place)))
        .setCoder(JsonCoder.of(RunReceipt.class));
  }

  private static final class RenameShardsFn
      extends DoFn<KV<Integer, Iterable<TableReceipt>>, RunReceipt> {
    private final RunPlace place;

    RenameShardsFn(RunPlace place) {
      this.place = place;
    }

    @ProcessElement
    public void processElement(ProcessContext context) throws IOException {
      List<TableReceipt> tables = new ArrayList<>();
      context.element().getValue().forEach(tables::add);
      tables.sort(Comparator.comparing(TableReceipt::id));
      RunReceipt receipt = new RunReceipt(tables);
      rename(receipt);
      leave(receipt);
      context.output(receipt);
    }

    private void rename(RunReceipt receipt) throws IOException {
      List<ResourceId> from = new ArrayList<>();
      List<ResourceId> to = new ArrayList<>();
      for (TableReceipt table : receipt.tables()) {
        for (ShardReceipt shard : table.shards()) {
          from.add(place.unfinished(shard.attempt()));
          to.add(place.finished(shard.shard().file()));
          shard.injected().ifPresent(list -> from.add(place.unfinished(list.attempt())));
          shard.injected().ifPresent(list -> to.add(place.finished(list.file())));
        }
      }
      // A repeated attempt finds the files of the first one already renamed.
      FileSystems.rename(from, to, StandardMoveOptions.IGNORE_MISSING_FILES);
    }

    private void leave(RunReceipt receipt) throws IOException {
      ByteBuffer json = ByteBuffer.wrap(Json.pretty(receipt));
      ResourceId file = place.unfinished(RunReceipt.FILE_NAME);
      try (WritableByteChannel channel = FileSystems.create(file, "application/json")) {
        while (json.hasRemaining()) {
          channel.write(json);
        }
      }
    }
  }
}
