package io.datalchemy.generator.faker;

import io.datalchemy.generator.text.Piece;
import io.datalchemy.type.PowersOfTen;
import io.datalchemy.vector.ColumnVector;

/**
 * Book numbers of ten characters of one group, with their check digit or X (ISO 2108:1992).
 *
 * @param group the group's digits, 85 for Brazil
 */
record Isbn10(String group) implements Piece {
  private static final int DIGITS = 9;

  @Override
  public long size() {
    return PowersOfTen.of(DIGITS - group.length());
  }

  @Override
  public int minChars() {
    return DIGITS + 1;
  }

  @Override
  public int maxChars() {
    return DIGITS + 1;
  }

  @Override
  public boolean caseInsensitive() {
    return true;
  }

  @Override
  public void put(long index, ColumnVector out) {
    long nine = Long.parseLong(group) * size() + index;
    out.putDigits(nine, DIGITS);
    int digit = checkDigit(nine);
    out.put(digit == 10 ? 'X' : '0' + digit);
  }

  private static int checkDigit(long nine) {
    long rest = nine;
    long sum = 0;
    for (int weight = 2; weight <= DIGITS + 1; weight++) {
      sum += rest % 10 * weight;
      rest /= 10;
    }
    return (int) ((11 - sum % 11) % 11);
  }
}
