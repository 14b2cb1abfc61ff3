package io.datalchemy.generator.text;

import io.datalchemy.random.CellRandom;
import io.datalchemy.vector.ColumnVector;

/**
 * Texts of any characters of a set, of every length between two.
 *
 * <p>Where there are more texts than a long counts, the last characters spell the index and those
 * before are mixed from it, so that texts stay different and look alike.
 */
public final class CharsetText implements Piece {
  private final int[] characters;
  private final int min;
  private final int max;
  private final int spelling;
  private final long size;

  public CharsetText(int[] characters, int min, int max) {
    this.characters = characters.clone();
    this.min = min;
    this.max = max;
    spelling = spellingLength(characters.length);
    size = isHuge() ? Long.MAX_VALUE : countUpTo(max);
  }

  private static int spellingLength(int base) {
    if (base == 1) {
      return Integer.MAX_VALUE;
    }
    int length = 0;
    for (long count = 1; count < Long.MAX_VALUE; count = Sequence.saturatingProduct(count, base)) {
      length++;
    }
    return length;
  }

  private boolean isHuge() {
    return max >= spelling;
  }

  private long countUpTo(int length) {
    long sum = 0;
    for (int l = min; l <= length; l++) {
      sum += count(l);
    }
    return sum;
  }

  private long count(int length) {
    long count = 1;
    for (int k = 0; k < length && characters.length > 1; k++) {
      count *= characters.length;
    }
    return count;
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public int minChars() {
    return min;
  }

  @Override
  public int maxChars() {
    return max;
  }

  @Override
  public boolean caseInsensitive() {
    return java.util.Arrays.stream(characters).map(Character::toLowerCase).distinct().count()
        == characters.length;
  }

  @Override
  public void put(long index, ColumnVector out) {
    if (isHuge()) {
      long mixed = CellRandom.mix(index);
      int from = Math.max(min, spelling);
      int length = from + (int) CellRandom.below(mixed, max - from + 1L);
      putMixed(mixed, length - spelling, out);
      spell(index, spelling, out);
      return;
    }
    long rest = index;
    int length = min;
    for (long count = count(length); rest >= count; count = count(length)) {
      rest -= count;
      length++;
    }
    spell(rest, length, out);
  }

  @Override
  public void draw(long bits, ColumnVector out) {
    putMixed(CellRandom.more(bits, 1), min + (int) CellRandom.below(bits, max - min + 1L), out);
  }

  private void putMixed(long bits, int length, ColumnVector out) {
    for (int k = 1; k <= length; k++) {
      Utf8.put(
          characters[(int) CellRandom.below(CellRandom.more(bits, k), characters.length)], out);
    }
  }

  private void spell(long index, int length, ColumnVector out) {
    if (characters.length == 1) {
      putMixed(0, length, out);
      return;
    }
    long unit = 1;
    for (int k = 1; k < length; k++) {
      unit *= characters.length;
    }
    long rest = index;
    for (int k = 0; k < length; k++) {
      Utf8.put(characters[(int) (rest / unit)], out);
      rest %= unit;
      unit = Math.max(1, unit / characters.length);
    }
  }
}
