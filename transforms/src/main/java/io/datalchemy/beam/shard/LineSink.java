package io.datalchemy.beam.shard;

import io.datalchemy.row.RowBlock;
import java.io.IOException;
import java.nio.channels.WritableByteChannel;
import java.util.List;

/** How the lines of one shard reach its channel: whichever way, the same bytes. */
interface LineSink {
  /** Writes the header line; called once, first. */
  void open(WritableByteChannel channel, List<String> columns) throws IOException;

  /** Writes a line for each row of the block. */
  void write(RowBlock block) throws IOException;

  /** Passes everything on to the channel. */
  void flush() throws IOException;
}
