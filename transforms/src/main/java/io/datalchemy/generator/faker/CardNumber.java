package io.datalchemy.generator.faker;

import io.datalchemy.generator.text.Piece;
import io.datalchemy.type.PowersOfTen;
import io.datalchemy.vector.ColumnVector;

/**
 * Card numbers of a length that begin alike, with their check digit by Luhn's rule.
 *
 * @param prefix the first digits, as a number
 * @param length how many digits there are in all
 */
record CardNumber(long prefix, int length) implements Piece {
  private static final int PREFIX_DIGITS = 6;

  @Override
  public long size() {
    return PowersOfTen.of(length - PREFIX_DIGITS - 1);
  }

  @Override
  public int minChars() {
    return length;
  }

  @Override
  public int maxChars() {
    return length;
  }

  @Override
  public boolean caseInsensitive() {
    return true;
  }

  @Override
  public void put(long index, ColumnVector out) {
    long payload = prefix * size() + index;
    int sum = 0;
    long rest = payload;
    for (int k = 0; k < length - 1; k++) {
      int value = (int) (rest % 10) * (k % 2 == 0 ? 2 : 1);
      sum += value / 10 + value % 10;
      rest /= 10;
    }
    out.putDigits(payload, length - 1);
    out.putDigits((10 - sum % 10) % 10, 1);
  }
}
