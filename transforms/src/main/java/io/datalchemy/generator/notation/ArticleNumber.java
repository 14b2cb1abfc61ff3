package io.datalchemy.generator.notation;

import io.datalchemy.generator.text.Piece;
import io.datalchemy.type.PowersOfTen;
import io.datalchemy.vector.ColumnVector;

/**
 * Article numbers of thirteen digits that begin alike, with their check digit: the weights of
 * EAN-13 are 1 and 3 in turn (ISO/IEC 15420). ISBN, ISMN, ISSN and UPC are parts of them.
 */
public record ArticleNumber(String prefix, String suffix) implements Piece {
  private static final int DIGITS = 13;

  @Override
  public long size() {
    return PowersOfTen.of(free());
  }

  private int free() {
    return DIGITS - 1 - prefix.length() - suffix.length();
  }

  @Override
  public int minChars() {
    return DIGITS;
  }

  @Override
  public int maxChars() {
    return DIGITS;
  }

  @Override
  public boolean caseInsensitive() {
    return true;
  }

  @Override
  public void put(long index, ColumnVector out) {
    long free = index + number(prefix) * PowersOfTen.of(free());
    long twelve = free * PowersOfTen.of(suffix.length()) + number(suffix);
    out.putDigits(twelve, DIGITS - 1);
    out.putDigits(checkDigit(twelve), 1);
  }

  private static long number(String digits) {
    return digits.isEmpty() ? 0 : Long.parseLong(digits);
  }

  private static int checkDigit(long twelve) {
    long rest = twelve;
    int sum = 0;
    for (int place = 0; place < DIGITS - 1; place++) {
      sum += (int) (rest % 10) * (place % 2 == 0 ? 3 : 1);
      rest /= 10;
    }
    return (10 - sum % 10) % 10;
  }
}
