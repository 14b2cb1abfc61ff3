package io.datalchemy.pipeline.capture;

import com.fasterxml.jackson.core.type.TypeReference;
import io.datalchemy.beam.keys.KeyFileWriter;
import io.datalchemy.existing.ExistingColumn;
import io.datalchemy.json.Json;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.WithKeys;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;

/** Puts the blocks of one table in order into its key file. Doing it again changes nothing. */
final class WriteKeyFile extends PTransform<PCollection<KV<Long, byte[]>>, PCollection<String>> {
  private final Path file;
  private final List<ExistingColumn> columns;

  WriteKeyFile(Path file, List<ExistingColumn> columns) {
    this.file = file;
    this.columns = List.copyOf(columns);
  }

  @Override
  public PCollection<String> expand(PCollection<KV<Long, byte[]>> blocks) {
    return blocks
        .apply("To one file", WithKeys.of(file.toString()))
        .apply("Group blocks", GroupByKey.create())
        .apply("Write blocks", ParDo.of(new WriteBlocksFn(Json.canonical(columns))));
  }

  private static final class WriteBlocksFn
      extends DoFn<KV<String, Iterable<KV<Long, byte[]>>>, String> {
    private final byte[] columnsJson;

    WriteBlocksFn(byte[] columnsJson) {
      this.columnsJson = columnsJson;
    }

    @ProcessElement
    public void processElement(ProcessContext context) throws IOException {
      List<ExistingColumn> columns =
          Json.mapper().readValue(columnsJson, new TypeReference<List<ExistingColumn>>() {});
      SortedMap<Long, byte[]> blocks = new TreeMap<>();
      context.element().getValue().forEach(block -> blocks.put(block.getKey(), block.getValue()));
      Path file = Path.of(context.element().getKey());
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
          KeyFileWriter writer = new KeyFileWriter(columns, out)) {
        for (byte[] block : blocks.values()) {
          writer.append(block);
        }
      }
      context.output(context.element().getKey());
    }
  }
}
