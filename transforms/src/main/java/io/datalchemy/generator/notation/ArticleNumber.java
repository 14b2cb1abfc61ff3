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
    long rest = index;
    int sum = 0;
    byte[] digits = new byte[DIGITS];
    for (int at = DIGITS - 2; at >= 0; at--) {
      int inSuffix = at - prefix.length() - free();
      if (at < prefix.length()) {
        digits[at] = (byte) prefix.charAt(at);
      } else if (inSuffix >= 0) {
        digits[at] = (byte) suffix.charAt(inSuffix);
      } else {
        digits[at] = (byte) ('0' + rest % 10);
        rest /= 10;
      }
      sum += (digits[at] - '0') * (at % 2 == 0 ? 1 : 3);
    }
    digits[DIGITS - 1] = (byte) ('0' + (10 - sum % 10) % 10);
    out.put(digits);
  }
}
