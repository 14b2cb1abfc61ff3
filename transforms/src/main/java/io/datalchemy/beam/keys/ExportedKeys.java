package io.datalchemy.beam.keys;

import java.lang.ref.SoftReference;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;

/**
 * The decoded key blocks of one parent table on one worker: each is decoded at its first use and
 * kept while there is memory. Thread-safe.
 */
final class ExportedKeys {
  private final KeyBlockFormat format;
  private final long rows;
  private final AtomicReferenceArray<SoftReference<KeyBlock>> decoded;

  ExportedKeys(KeyBlockFormat format, long rows) {
    this.format = format;
    this.rows = rows;
    this.decoded = new AtomicReferenceArray<>(Math.toIntExact(KeyRange.blockCount(rows)));
  }

  KeyBlockFormat format() {
    return format;
  }

  /** The block of that number, from the side input unless it is decoded already. */
  KeyBlock block(int number, Supplier<Map<Long, byte[]>> encoded) {
    SoftReference<KeyBlock> kept = decoded.get(number);
    KeyBlock block = kept == null ? null : kept.get();
    if (block == null) {
      block = decode(number, encoded.get());
      decoded.set(number, new SoftReference<>(block));
    }
    return block;
  }

  private KeyBlock decode(int number, Map<Long, byte[]> encoded) {
    byte[] avro = encoded.get((long) number);
    if (avro == null) {
      throw new IllegalStateException("key block " + number + ": is missing in the side input");
    }
    long firstRow = (long) number * KeyRange.BLOCK_ROWS;
    return format.decode(avro, (int) Math.min(KeyRange.BLOCK_ROWS, rows - firstRow));
  }
}
