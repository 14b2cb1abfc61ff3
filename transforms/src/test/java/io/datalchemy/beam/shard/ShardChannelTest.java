package io.datalchemy.beam.shard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.datalchemy.beam.element.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.beam.sdk.io.TextIO;
import org.junit.jupiter.api.Test;

class ShardChannelTest {
  @Test
  void countsAndDigestsWhatItPassesOn() throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (ShardChannel channel = new ShardChannel(Channels.newChannel(file))) {
      for (String part : List.of("a", "", "bc")) {
        channel.write(ByteBuffer.wrap(part.getBytes(StandardCharsets.UTF_8)));
      }
      assertEquals("abc", file.toString(StandardCharsets.UTF_8));
      assertEquals(3, channel.bytes());
      assertEquals(Sha256.hex("abc".getBytes(StandardCharsets.UTF_8)), channel.sha256());
    }
  }

  @Test
  void tellsOfAFullDiskThatTheSinkKeepsToItself() throws IOException {
    IOException full = new IOException("No space left on device");
    try (ShardChannel channel = new ShardChannel(new FullDisk(full))) {
      TextIO.Sink sink = TextIO.sink();
      sink.open(channel);
      sink.write("a line");
      sink.flush();
      assertSame(full, assertThrows(IOException.class, channel::throwIfFailed));
    }
  }

  private record FullDisk(IOException failure) implements WritableByteChannel {
    @Override
    public int write(ByteBuffer source) throws IOException {
      throw failure;
    }

    @Override
    public boolean isOpen() {
      return true;
    }

    @Override
    public void close() {
      // Nothing is open.
    }
  }
}
