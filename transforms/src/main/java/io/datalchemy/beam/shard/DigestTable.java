package io.datalchemy.beam.shard;

import io.datalchemy.beam.element.Gathered;
import io.datalchemy.beam.element.Sha256;
import io.datalchemy.schema.TableId;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.metrics.Counter;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;

/**
 * Brings the receipts of one table together and digests the table as a whole, so that the digest
 * does not depend on where shards begin.
 */
final class DigestTable
    extends PTransform<
        PCollection<KV<Integer, ShardReceipt>>, PCollection<KV<Integer, TableReceipt>>> {
  private final RunPlace place;

  DigestTable(RunPlace place) {
    this.place = place;
  }

  @Override
  public PCollection<KV<Integer, TableReceipt>> expand(
      PCollection<KV<Integer, ShardReceipt>> receipts) {
    return receipts
        .apply("Group by table", GroupByKey.create())
        .apply("Digest table", ParDo.of(new DigestTableFn(place)))
        .setCoder(Gathered.coder(TableReceipt.class));
  }

  private static final class DigestTableFn
      extends DoFn<KV<Integer, Iterable<ShardReceipt>>, KV<Integer, TableReceipt>> {
    private static final int BUFFER_BYTES = 1 << 16;

    private final Counter tablesWritten = RunMetrics.tablesCounter();
    private final RunPlace place;

    DigestTableFn(RunPlace place) {
      this.place = place;
    }

    @ProcessElement
    public void processElement(ProcessContext context) throws IOException {
      List<ShardReceipt> shards = oneOfEach(context.element().getValue());
      TableId table = shards.get(0).shard().tableId();
      String sha256 = shards.size() == 1 ? shards.get(0).sha256() : digest(shards);
      tablesWritten.inc();
      context.output(
          Gathered.together(new TableReceipt(table.schema(), table.table(), sha256, shards)));
    }

    /** Of the attempts at each shard, one: they all have the same bytes, or something is wrong. */
    private static List<ShardReceipt> oneOfEach(Iterable<ShardReceipt> receipts) {
      Map<Integer, ShardReceipt> byIndex = new TreeMap<>();
      for (ShardReceipt receipt : receipts) {
        ShardReceipt first = byIndex.putIfAbsent(receipt.shard().index(), receipt);
        if (first != null && !first.sha256().equals(receipt.sha256())) {
          throw new IllegalStateException(
              receipt.shard().file() + ": must have the same bytes at each attempt, had others");
        }
      }
      List<ShardReceipt> shards = List.copyOf(byIndex.values());
      int expected = shards.get(0).shard().count();
      if (shards.size() != expected) {
        throw new IllegalStateException(
            shards.get(0).shard().tableId()
                + ": must have "
                + expected
                + " shards, had "
                + shards.size());
      }
      return shards;
    }

    private String digest(List<ShardReceipt> shards) throws IOException {
      MessageDigest digest = Sha256.start();
      byte[] buffer = new byte[BUFFER_BYTES];
      for (ShardReceipt receipt : shards) {
        var file = FileSystems.open(place.unfinished(receipt.attempt()));
        try (InputStream bytes =
            new BufferedInputStream(Channels.newInputStream(file), BUFFER_BYTES)) {
          if (receipt.shard().index() > 0) {
            skipHeader(bytes);
          }
          for (int count = bytes.read(buffer); count > 0; count = bytes.read(buffer)) {
            digest.update(buffer, 0, count);
          }
        }
      }
      return Sha256.finish(digest);
    }

    /** Skips the header line, whose quoted column names may hold line breaks of their own. */
    private static void skipHeader(InputStream bytes) throws IOException {
      boolean quoted = false;
      for (int b = bytes.read(); b >= 0; b = bytes.read()) {
        if (b == '"') {
          quoted = !quoted;
        } else if (b == '\n' && !quoted) {
          return;
        }
      }
    }
  }
}
