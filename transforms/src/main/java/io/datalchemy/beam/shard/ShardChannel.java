package io.datalchemy.beam.shard;

import io.datalchemy.beam.element.Sha256;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.security.MessageDigest;

/**
 * Counts and digests what passes to a shard's file, and remembers a failure: TextIO's sink writes
 * through a {@link java.io.PrintWriter}, which swallows a full disk.
 */
final class ShardChannel implements WritableByteChannel {
  private final WritableByteChannel file;
  private final MessageDigest sha256 = Sha256.start();
  private long bytes;
  private IOException failure;

  ShardChannel(WritableByteChannel file) {
    this.file = file;
  }

  @Override
  public int write(ByteBuffer source) throws IOException {
    throwIfFailed();
    ByteBuffer written = source.duplicate();
    int count = source.remaining();
    try {
      while (source.hasRemaining()) {
        file.write(source);
      }
    } catch (IOException e) {
      failure = e;
      throw e;
    }
    sha256.update(written);
    bytes += count;
    return count;
  }

  /** Throws what a write threw, in case the writer in between kept it to itself. */
  void throwIfFailed() throws IOException {
    if (failure != null) {
      throw failure;
    }
  }

  /** How many bytes were written. */
  long bytes() {
    return bytes;
  }

  /** The digest of all bytes written; to be asked for once. */
  String sha256() {
    return Sha256.finish(sha256);
  }

  @Override
  public boolean isOpen() {
    return file.isOpen();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
