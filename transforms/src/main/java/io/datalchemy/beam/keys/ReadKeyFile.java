package io.datalchemy.beam.keys;

import io.datalchemy.beam.element.JsonCoder;
import io.datalchemy.existing.ExistingTable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.util.Map;
import org.apache.beam.sdk.coders.ByteArrayCoder;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.VarLongCoder;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.ResolveOptions.StandardResolveOptions;
import org.apache.beam.sdk.io.fs.ResourceId;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.View;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollectionView;

/**
 * Gives the keys of rows that stay, as their file has them, in a map side input: block number to
 * Avro block, like the published keys of rows that are made.
 */
public final class ReadKeyFile extends PTransform<PBegin, PCollectionView<Map<Long, byte[]>>> {
  private final ExistingTable table;
  private final ResourceId folder;

  /** The keys of one table, whose file is in that folder. */
  public ReadKeyFile(ExistingTable table, ResourceId folder) {
    this.table = table;
    this.folder = folder;
  }

  @Override
  public PCollectionView<Map<Long, byte[]>> expand(PBegin begin) {
    return begin
        .apply("Key file", Create.of(table).withCoder(JsonCoder.of(ExistingTable.class)))
        .apply("Read key blocks", ParDo.of(new ReadBlocksFn(folder)))
        .setCoder(KvCoder.of(VarLongCoder.of(), ByteArrayCoder.of()))
        .apply("View key blocks", View.asMap());
  }

  private static final class ReadBlocksFn extends DoFn<ExistingTable, KV<Long, byte[]>> {
    private final ResourceId folder;

    ReadBlocksFn(ResourceId folder) {
      this.folder = folder;
    }

    @ProcessElement
    public void processElement(ProcessContext context) throws IOException {
      ExistingTable table = context.element();
      ResourceId file = folder.resolve(table.file(), StandardResolveOptions.RESOLVE_FILE);
      try (InputStream in = Channels.newInputStream(FileSystems.open(file));
          KeyFileReader blocks = new KeyFileReader(in, table)) {
        for (long number = 0; blocks.hasNext(); number++) {
          context.output(KV.of(number, blocks.next()));
        }
      }
    }
  }
}
