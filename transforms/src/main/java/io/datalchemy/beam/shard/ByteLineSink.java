package io.datalchemy.beam.shard;

import io.datalchemy.csv.CsvEncoder;
import io.datalchemy.csv.LineBuffer;
import io.datalchemy.row.RowBlock;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.util.List;
import org.apache.beam.sdk.io.FileIO;

/** Lines as bytes from the encoder to the channel, without strings in between. */
final class ByteLineSink implements LineSink {
  private final LineBuffer line = new LineBuffer();
  private final FileIO.Sink<LineBuffer> sink = new BufferSink();

  @Override
  public void open(WritableByteChannel channel, List<String> columns) throws IOException {
    sink.open(channel);
    line.clear();
    CsvEncoder.encodeHeader(columns, line);
    sink.write(line);
  }

  @Override
  public void write(RowBlock block) throws IOException {
    for (int i = 0; i < block.rows().size(); i++) {
      line.clear();
      CsvEncoder.encode(block.columns(), i, line);
      sink.write(line);
    }
  }

  @Override
  public void flush() throws IOException {
    sink.flush();
  }

  /** A Beam sink that ends each line with LF and gathers them before it writes. */
  private static final class BufferSink implements FileIO.Sink<LineBuffer> {
    private static final int BUFFER_BYTES = 1 << 17;

    private transient WritableByteChannel channel;
    private transient ByteBuffer gathered;

    @Override
    public void open(WritableByteChannel target) {
      channel = target;
      gathered = ByteBuffer.allocate(BUFFER_BYTES);
    }

    @Override
    public void write(LineBuffer element) throws IOException {
      if (gathered.remaining() <= element.length()) {
        flush();
      }
      if (gathered.remaining() > element.length()) {
        gathered.put(element.array(), 0, element.length());
      } else {
        writeFully(ByteBuffer.wrap(element.array(), 0, element.length()));
      }
      gathered.put((byte) '\n');
    }

    @Override
    public void flush() throws IOException {
      writeFully(gathered.flip());
      gathered.clear();
    }

    private void writeFully(ByteBuffer bytes) throws IOException {
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
    }
  }
}
