package io.datalchemy.transform.mask;

/** The letters and digits of a text, apart from its separators. */
final class Characters {
  private static final String SEPARATORS = ".-/ ()+";
  private static final int CNPJ_CHARS = 14;

  private final byte[] symbols;
  private final int[] places;
  private final int count;
  private final boolean isPlain;

  /** The symbols, where each stands in the text, and whether separators are all that is besides. */
  private Characters(byte[] symbols, int[] places, int count, boolean isPlain) {
    this.symbols = symbols;
    this.places = places;
    this.count = count;
    this.isPlain = isPlain;
  }

  /** Those of the first {@code length} bytes. */
  static Characters of(byte[] text, int length) {
    byte[] symbols = new byte[length];
    int[] places = new int[length];
    int count = 0;
    boolean isPlain = true;
    for (int at = 0; at < length; at++) {
      if (isDigit(text[at]) || isLetter(text[at])) {
        symbols[count] = text[at];
        places[count] = at;
        count++;
      } else {
        isPlain = isPlain && SEPARATORS.indexOf(text[at]) >= 0;
      }
    }
    return new Characters(symbols, places, count, isPlain);
  }

  /** The letters and digits in order, to be changed in their place; {@link #count} of them. */
  byte[] symbols() {
    return symbols;
  }

  /** How many letters and digits there are. */
  int count() {
    return count;
  }

  /** Puts the letters and digits back to where they stood. */
  void writeTo(byte[] text) {
    for (int k = 0; k < count; k++) {
      text[places[k]] = symbols[k];
    }
  }

  /** Whether it has that many digits, and separators only besides. */
  boolean isDigits(int digits) {
    return isDigits(digits, digits);
  }

  /** Whether it has from so many to so many digits, and separators only besides. */
  boolean isDigits(int min, int max) {
    return isPlain && count >= min && count <= max && countDigits(0, count) == count;
  }

  /** Whether all are the same. */
  boolean isRepdigit() {
    for (int k = 1; k < count; k++) {
      if (symbols[k] != symbols[0]) {
        return false;
      }
    }
    return true;
  }

  /** Whether the first so many are zeros. */
  boolean isZero(int first) {
    for (int k = 0; k < first; k++) {
      if (symbols[k] != '0') {
        return false;
      }
    }
    return true;
  }

  /** Whether it has the twelve digits or capital letters of a CNPJ and two digits more. */
  boolean isCnpj() {
    if (!isPlain || count != CNPJ_CHARS || countDigits(CNPJ_CHARS - 2, CNPJ_CHARS) != 2) {
      return false;
    }
    for (int k = 0; k < count; k++) {
      if (symbols[k] >= 'a') {
        return false;
      }
    }
    return true;
  }

  private int countDigits(int from, int end) {
    int digits = 0;
    for (int k = from; k < end; k++) {
      digits += isDigit(symbols[k]) ? 1 : 0;
    }
    return digits;
  }

  private static boolean isDigit(byte c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isLetter(byte c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
