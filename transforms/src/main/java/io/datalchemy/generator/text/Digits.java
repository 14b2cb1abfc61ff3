package io.datalchemy.generator.text;

import io.datalchemy.type.PowersOfTen;
import io.datalchemy.vector.ColumnVector;

/**
 * The numbers from {@code first} to {@code last}, none negative, with zeros in front up to {@code
 * width} digits.
 */
public record Digits(long first, long last, int width) implements Piece {
  public Digits {
    if (first < 0 || last < first) {
      throw new IllegalArgumentException("digits: empty range " + first + " to " + last);
    }
  }

  /** Numbers of exactly so many digits, zeros in front. */
  public static Digits fixed(int width) {
    return new Digits(0, PowersOfTen.of(width) - 1, width);
  }

  @Override
  public long size() {
    long size = last - first + 1;
    return size <= 0 ? Long.MAX_VALUE : size;
  }

  @Override
  public int minChars() {
    return Math.max(width, digits(first));
  }

  @Override
  public int maxChars() {
    return Math.max(width, digits(last));
  }

  @Override
  public boolean caseInsensitive() {
    return true;
  }

  @Override
  public void put(long index, ColumnVector out) {
    out.putDigits(first + index, width);
  }

  @Override
  public Digits within(int chars) {
    return chars >= maxChars() ? this : new Digits(first, PowersOfTen.of(chars) - 1, width);
  }

  private static int digits(long value) {
    int digits = 1;
    for (long rest = value; rest >= 10; rest /= 10) {
      digits++;
    }
    return digits;
  }
}
