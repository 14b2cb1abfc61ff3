package io.datalchemy.beam.keys;

import io.datalchemy.existing.ExistingTable;
import io.datalchemy.problem.InvalidInputException;
import io.datalchemy.problem.Problem;
import io.datalchemy.vector.ColumnVector;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.file.DataFileStream;
import org.apache.avro.generic.GenericDatumReader;

/**
 * Reads the blocks of a key file one after the other; memory for one block.
 *
 * <p>A file that is not as {@link KeyFileWriter} writes it is an {@link InvalidInputException}.
 */
public final class KeyFileReader implements AutoCloseable {
  private final ExistingTable table;
  private final KeyBlockFormat format;
  private final DataFileStream<Object> blocks;
  private long rowsLeft;

  /** Opens the file of a table. */
  public KeyFileReader(InputStream in, ExistingTable table) throws IOException {
    this.table = table;
    this.format = new KeyBlockFormat(table.columns());
    this.rowsLeft = table.rows();
    this.blocks = open(in);
  }

  private DataFileStream<Object> open(InputStream in) {
    try {
      DataFileStream<Object> opened = new DataFileStream<>(in, new GenericDatumReader<>());
      if (!opened.getSchema().equals(format.schema())) {
        throw corrupt();
      }
      return opened;
    } catch (IOException | AvroRuntimeException e) {
      throw corrupt();
    }
  }

  /** Whether there is another block; when there is none, all rows must have been there. */
  public boolean hasNext() {
    try {
      boolean isMore = blocks.hasNext();
      if (isMore == (rowsLeft == 0)) {
        throw corrupt();
      }
      return isMore;
    } catch (AvroRuntimeException e) {
      throw corrupt();
    }
  }

  /** The next block, encoded. */
  public byte[] next() {
    try {
      ByteBuffer block = blocks.nextBlock();
      if (blocks.getBlockCount() != 1) {
        throw corrupt();
      }
      byte[] bytes = new byte[block.remaining()];
      block.get(bytes);
      rowsLeft -= Math.min(rowsLeft, KeyRange.BLOCK_ROWS);
      return bytes;
    } catch (IOException | AvroRuntimeException | NoSuchElementException e) {
      throw corrupt();
    }
  }

  /** The columns of the next block, decoded. */
  public KeyRows nextRows() {
    int rows = (int) Math.min(KeyRange.BLOCK_ROWS, rowsLeft);
    byte[] block = next();
    try {
      List<ColumnVector> columns = format.decode(block, rows).columns();
      return new KeyRows(columns, rows);
    } catch (UncheckedIOException | AvroRuntimeException e) {
      throw corrupt();
    }
  }

  /** The first so many rows of some columns, in file order. */
  public record KeyRows(List<ColumnVector> columns, int count) {
    public KeyRows {
      columns = List.copyOf(columns);
    }
  }

  @Override
  public void close() throws IOException {
    blocks.close();
  }

  private InvalidInputException corrupt() {
    return new InvalidInputException(
        Problem.error(
                "key_file_corrupt",
                "",
                "key file " + table.file() + ": must be as introspect wrote it, is not")
            .withHint("read the keys again with 'datalchemy introspect --keys'"));
  }
}
