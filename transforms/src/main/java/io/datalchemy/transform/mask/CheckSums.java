package io.datalchemy.transform.mask;

/**
 * Check digits over the characters of a text: CPF and CNPJ by Receita Federal's sums modulo 11, a
 * letter counting as its ASCII code less 48 (IN RFB 2.229/2024); cards by Luhn's (ISO/IEC 7812-1).
 */
final class CheckSums {
  private static final int CPF_BASE = 9;
  private static final int CNPJ_BASE = 12;
  private static final int CPF_WEIGHTS = Integer.MAX_VALUE;
  private static final int CNPJ_WEIGHTS = 8;

  private CheckSums() {}

  static boolean isCpf(byte[] symbols) {
    return isClosed(symbols, CPF_BASE, CPF_WEIGHTS);
  }

  static void closeCpf(byte[] symbols) {
    close(symbols, CPF_BASE, CPF_WEIGHTS);
  }

  static boolean isCnpj(byte[] symbols) {
    return isClosed(symbols, CNPJ_BASE, CNPJ_WEIGHTS);
  }

  static void closeCnpj(byte[] symbols) {
    close(symbols, CNPJ_BASE, CNPJ_WEIGHTS);
  }

  static boolean isLuhn(byte[] digits, int count) {
    return digits[count - 1] == luhn(digits, count);
  }

  static void closeLuhn(byte[] digits, int count) {
    digits[count - 1] = luhn(digits, count);
  }

  private static boolean isClosed(byte[] symbols, int base, int weights) {
    byte first = digit(symbols, base, weights);
    return symbols[base] == first && symbols[base + 1] == digit(symbols, base + 1, weights);
  }

  private static void close(byte[] symbols, int base, int weights) {
    symbols[base] = digit(symbols, base, weights);
    symbols[base + 1] = digit(symbols, base + 1, weights);
  }

  /** The digit behind the first characters, weighed from the right by 2, 3, … and again. */
  private static byte digit(byte[] symbols, int count, int weights) {
    int sum = 0;
    for (int k = 0; k < count; k++) {
      sum += (symbols[k] - '0') * ((count - 1 - k) % weights + 2);
    }
    int rest = sum % 11;
    return (byte) ('0' + (rest < 2 ? 0 : 11 - rest));
  }

  private static byte luhn(byte[] digits, int count) {
    int sum = 0;
    for (int k = count - 2, place = 0; k >= 0; k--, place++) {
      int digit = digits[k] - '0';
      int counted = place % 2 == 0 ? digit * 2 : digit;
      sum += counted > 9 ? counted - 9 : counted;
    }
    return (byte) ('0' + (10 - sum % 10) % 10);
  }
}
