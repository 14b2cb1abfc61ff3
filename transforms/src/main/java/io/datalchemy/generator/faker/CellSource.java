package io.datalchemy.generator.faker;

import io.datalchemy.random.CellRandom;
import java.util.Random;

/**
 * Random numbers for a library that asks for them one after the other: the words that follow from
 * a cell's bits. Not thread-safe.
 */
final class CellSource extends Random {
  private static final long serialVersionUID = 1L;

  private long bits;
  private int drawn;

  CellSource() {
    super(0);
  }

  /** Begins the numbers of a cell. */
  void restart(long cellBits) {
    bits = cellBits;
    drawn = 0;
  }

  @Override
  public long nextLong() {
    drawn++;
    return CellRandom.more(bits, drawn);
  }

  @Override
  protected int next(int count) {
    return (int) (nextLong() >>> (Long.SIZE - count));
  }
}
