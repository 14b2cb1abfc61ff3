package io.datalchemy.beam.keys;

import io.datalchemy.existing.ExistingColumn;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.generic.GenericDatumWriter;

/**
 * Writes key blocks as an Avro file: a container block for each, uncompressed.
 *
 * <p>Avro puts random bytes between blocks; here they follow from the schema, so that the same keys
 * give the same file.
 */
public final class KeyFileWriter implements AutoCloseable {
  private static final int SYNC_BYTES = 16;

  private final DataFileWriter<Object> file;

  /** Opens a file of those columns. */
  public KeyFileWriter(List<ExistingColumn> columns, OutputStream out) throws IOException {
    KeyBlockFormat format = new KeyBlockFormat(columns);
    byte[] digest =
        HexFormat.of()
            .parseHex(
                io.datalchemy.beam.element.Sha256.hex(
                    format.schema().toString().getBytes(StandardCharsets.UTF_8)));
    file = new DataFileWriter<>(new GenericDatumWriter<>(format.schema()));
    file.create(format.schema(), out, Arrays.copyOf(digest, SYNC_BYTES));
  }

  /** Appends the next block, as {@link KeyBlockBuilder} made it. */
  public void append(byte[] block) throws IOException {
    file.appendEncoded(ByteBuffer.wrap(block));
    file.sync();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
