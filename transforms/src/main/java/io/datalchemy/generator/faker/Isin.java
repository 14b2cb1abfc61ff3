package io.datalchemy.generator.faker;

import io.datalchemy.generator.text.Piece;
import io.datalchemy.vector.ColumnVector;
import java.nio.charset.StandardCharsets;

/**
 * Securities' numbers of a country: nine letters and digits and a check digit by Luhn's rule, in
 * which a letter counts as two digits from 10 to 35 (ISO 6166).
 */
final class Isin implements Piece {
  private static final byte[] CHARACTERS =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ".getBytes(StandardCharsets.US_ASCII);
  private static final int FREE = 9;
  private static final int CHARS = 12;
  private static final long SIZE = 101_559_956_668_416L;

  private final byte[] country;

  Isin(String country) {
    this.country = country.getBytes(StandardCharsets.US_ASCII);
  }

  @Override
  public long size() {
    return SIZE;
  }

  @Override
  public int minChars() {
    return CHARS;
  }

  @Override
  public int maxChars() {
    return CHARS;
  }

  @Override
  public boolean caseInsensitive() {
    return true;
  }

  @Override
  public void put(long index, ColumnVector out) {
    out.put(country);
    long unit = SIZE / CHARACTERS.length;
    for (int k = 0; k < FREE; k++) {
      out.put(CHARACTERS[(int) (index / unit % CHARACTERS.length)]);
      unit /= CHARACTERS.length;
    }
    out.putDigits(checkDigit(index), 1);
  }

  private int checkDigit(long index) {
    int sum = 0;
    int place = 0;
    long rest = index;
    for (int k = 0; k < FREE + country.length; k++) {
      int value = k < FREE ? (int) (rest % CHARACTERS.length) : letter(country[FREE + 1 - k]);
      rest /= CHARACTERS.length;
      sum += counted(value % 10, place);
      place++;
      if (value >= 10) {
        sum += counted(value / 10, place);
        place++;
      }
    }
    return (10 - sum % 10) % 10;
  }

  private static int letter(byte letter) {
    return letter - 'A' + 10;
  }

  private static int counted(int digit, int place) {
    int value = place % 2 == 0 ? 2 * digit : digit;
    return value / 10 + value % 10;
  }
}
