package io.datalchemy.generator.brazil;

/**
 * The check digits of Brazilian documents, all of them by weighted sums modulo 11.
 *
 * <p>CPF and CNPJ: Receita Federal; the alphanumeric CNPJ by Instrução Normativa RFB 2.229/2024,
 * where a character counts as its ASCII code less 48. RG: the scheme of São Paulo's SSP.
 */
public final class CheckDigits {
  private static final int CNPJ_HIGHEST_WEIGHT = 9;

  private CheckDigits() {}

  /** The two digits of a CPF, as a number from 0 to 99, for its first nine. */
  static int cpf(long base) {
    long rest = base;
    long first = 0;
    long second = 0;
    for (int weight = 2; weight <= 10; weight++) {
      long digit = rest % 10;
      first += digit * weight;
      second += digit * (weight + 1);
      rest /= 10;
    }
    long firstDigit = first * 10 % 11 % 10;
    long secondDigit = (second + firstDigit * 2) * 10 % 11 % 10;
    return (int) (firstDigit * 10 + secondDigit);
  }

  /**
   * The two digits of a CNPJ, as a number from 0 to 99.
   *
   * @param root the first eight characters, as a number to {@code base}
   * @param branch the next four, as a number to {@code base}
   * @param base 10, or 36 for digits and letters
   */
  public static int cnpj(long root, long branch, int base) {
    return base == 10 ? cnpjOfDigits(root * 10_000 + branch) : cnpjOfCharacters(root, branch, base);
  }

  /** The same for twelve digits: divisors that the compiler knows make it three times as fast. */
  private static int cnpjOfDigits(long digits) {
    long rest = digits;
    long first = 0;
    long second = 0;
    for (int place = 0; place < 12; place++) {
      long digit = rest % 10;
      first += digit * weight(place);
      second += digit * weight(place + 1);
      rest /= 10;
    }
    long firstDigit = digit(first);
    return (int) (firstDigit * 10 + digit(second + firstDigit * 2));
  }

  private static int cnpjOfCharacters(long root, long branch, int base) {
    long first = 0;
    long second = 0;
    long rest = branch;
    for (int place = 0; place < 12; place++) {
      rest = place == 4 ? root : rest;
      long value = value((int) (rest % base));
      first += value * weight(place);
      second += value * weight(place + 1);
      rest /= base;
    }
    long firstDigit = digit(first);
    return (int) (firstDigit * 10 + digit(second + firstDigit * 2));
  }

  /** A digit to base 36 as the CNPJ counts it: letters go on 7 places behind the digits. */
  private static int value(int digit36) {
    return digit36 < 10 ? digit36 : digit36 + 'A' - '0' - 10;
  }

  /** 2 to 9 and again, from the right. */
  private static int weight(int place) {
    return place % (CNPJ_HIGHEST_WEIGHT - 1) + 2;
  }

  private static long digit(long sum) {
    long rest = sum % 11;
    return rest < 2 ? 0 : 11 - rest;
  }

  /** The digit of a PIS or PASEP number, for its first ten. */
  public static int pis(long base) {
    long rest = base;
    long sum = 0;
    for (int place = 0; place < 10; place++) {
      sum += rest % 10 * weight(place);
      rest /= 10;
    }
    return (int) digit(sum);
  }

  /** The digit of an RG, for its eight; 10 stands for X. */
  static int rg(long base) {
    long rest = base;
    long sum = 0;
    for (int weight = 9; weight >= 2; weight--) {
      sum += rest % 10 * weight;
      rest /= 10;
    }
    return (int) ((11 - sum % 11) % 11);
  }

  /** The first sum of a driving licence modulo 11, for its nine digits; 10 is to be avoided. */
  static int cnhFirst(long base) {
    long rest = base;
    long sum = 0;
    for (int weight = 1; weight <= 9; weight++) {
      sum += rest % 10 * weight;
      rest /= 10;
    }
    return (int) (sum % 11);
  }

  /** The second digit of a driving licence, for its nine digits, the first sum not being 10. */
  static int cnhSecond(long base) {
    long rest = base;
    long sum = 0;
    for (int weight = 9; weight >= 1; weight--) {
      sum += rest % 10 * weight;
      rest /= 10;
    }
    return (int) (sum % 11 % 10);
  }
}
