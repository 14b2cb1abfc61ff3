package io.datalchemy.generator.brazil;

import io.datalchemy.vector.ColumnVector;

/**
 * CPFs whose ninth digit is that of the tax region in which they were issued (Receita Federal), by
 * the number of their first eight digits.
 */
public final class RegionalCpf {
  /** The characters with separators. */
  public static final int FORMATTED_CHARS = Documents.CPF_CHARS;

  /** The characters without. */
  public static final int PLAIN_CHARS = 11;

  /** How many numbers there are: all of eight digits but those of one digit repeated. */
  public static final long NUMBERS = 100_000_000 - 10;

  private static final long REPDIGIT_STEP = 11_111_110;

  private RegionalCpf() {}

  /** The nine digits before the check digits, from a number below {@link #NUMBERS}. */
  public static long base(long number, int region) {
    return (number + number / REPDIGIT_STEP + 1) * 10 + region;
  }

  /** The eleven digits of a base. */
  public static long digits(long base) {
    return base * 100 + CheckDigits.cpf(base);
  }

  /** Appends the CPF of a base. */
  public static void put(long base, boolean formatted, ColumnVector out) {
    long digits = digits(base);
    out.putDigits(digits / 100_000_000, 3);
    Documents.separator('.', formatted, out);
    out.putDigits(digits / 100_000 % 1000, 3);
    Documents.separator('.', formatted, out);
    out.putDigits(digits / 100 % 1000, 3);
    Documents.separator('-', formatted, out);
    out.putDigits(digits % 100, 2);
  }
}
