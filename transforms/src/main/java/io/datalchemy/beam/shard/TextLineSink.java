package io.datalchemy.beam.shard;

import io.datalchemy.csv.CsvEncoder;
import io.datalchemy.csv.LineBuffer;
import io.datalchemy.row.RowBlock;
import java.io.IOException;
import java.nio.channels.WritableByteChannel;
import java.util.List;
import org.apache.beam.sdk.io.TextIO;

/** Lines as strings through TextIO's sink. */
final class TextLineSink implements LineSink {
  private final LineBuffer line = new LineBuffer();
  private TextIO.Sink sink = TextIO.sink();

  @Override
  public void open(WritableByteChannel channel, List<String> columns) throws IOException {
    line.clear();
    CsvEncoder.encodeHeader(columns, line);
    sink = sink.withHeader(line.text());
    sink.open(channel);
  }

  @Override
  public void write(RowBlock block) throws IOException {
    for (int i = 0; i < block.rows().size(); i++) {
      line.clear();
      CsvEncoder.encode(block.columns(), i, line);
      sink.write(line.text());
    }
  }

  @Override
  public void flush() throws IOException {
    sink.flush();
  }
}
