package io.datalchemy.beam.shard;

/** Which sink writes the lines of a shard; the bytes are the same. */
public enum SinkKind {
  /** TextIO's sink, which takes strings. */
  TEXT {
    @Override
    LineSink open() {
      return new TextLineSink();
    }
  },
  /** Bytes from the encoder to the file, without strings in between. */
  BYTES {
    @Override
    LineSink open() {
      return new ByteLineSink();
    }
  };

  /** A new sink for one shard. */
  abstract LineSink open();
}
