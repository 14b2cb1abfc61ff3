package io.datalchemy.generator.brazil;

import io.datalchemy.generator.text.Piece;
import io.datalchemy.random.CellRandom;
import io.datalchemy.vector.ColumnVector;

/** Documents with right check digits; their other digits take every value alike. */
public final class Documents {
  static final int CPF_CHARS = 14;
  static final int CNPJ_CHARS = 18;
  static final int RG_CHARS = 12;
  static final int PIS_CHARS = 14;

  private static final long CPF_BASES = 1_000_000_000L;
  private static final long REPDIGIT_STEP = 111_111_110L;

  private Documents() {}

  /** CPFs: a billion bases, less the ten of which all digits are the same. */
  public static Piece cpf(boolean formatted) {
    return new NumberedDocument(
        CPF_BASES - 10, formatted ? CPF_CHARS : 11, (index, out) -> putCpf(index, formatted, out));
  }

  private static void putCpf(long index, boolean formatted, ColumnVector out) {
    long base = index + index / REPDIGIT_STEP + 1;
    if (!formatted) {
      out.putDigits(base * 100 + CheckDigits.cpf(base), 11);
      return;
    }
    out.putDigits(base / 1_000_000, 3);
    out.put('.');
    out.putDigits(base / 1000 % 1000, 3);
    out.put('.');
    out.putDigits(base % 1000, 3);
    out.put('-');
    out.putDigits(CheckDigits.cpf(base), 2);
  }

  /** RGs of São Paulo's form. */
  static Piece rg(boolean formatted) {
    return new NumberedDocument(
        100_000_000, formatted ? RG_CHARS : 9, (index, out) -> putRg(index, formatted, out));
  }

  private static void putRg(long base, boolean formatted, ColumnVector out) {
    out.putDigits(base / 1_000_000, 2);
    separator('.', formatted, out);
    out.putDigits(base / 1000 % 1000, 3);
    separator('.', formatted, out);
    out.putDigits(base % 1000, 3);
    separator('-', formatted, out);
    int digit = CheckDigits.rg(base);
    out.put(digit == 10 ? 'X' : '0' + digit);
  }

  /** PIS and PASEP numbers. */
  static Piece pis(boolean formatted) {
    return new NumberedDocument(
        9_000_000_000L,
        formatted ? PIS_CHARS : 11,
        (index, out) -> putPis(1_000_000_000L + index, formatted, out));
  }

  private static void putPis(long base, boolean formatted, ColumnVector out) {
    out.putDigits(base / 10_000_000, 3);
    separator('.', formatted, out);
    out.putDigits(base / 100 % 100_000, 5);
    separator('.', formatted, out);
    out.putDigits(base % 100, 2);
    separator('-', formatted, out);
    out.putDigits(CheckDigits.pis(base), 1);
  }

  /**
   * Driving licences. The first of the nine digits follows from the others, so that the first check
   * digit is never the case on which validators disagree.
   */
  static Piece cnh() {
    return new NumberedDocument(100_000_000, 11, Documents::putCnh);
  }

  private static void putCnh(long index, ColumnVector out) {
    long lead = CellRandom.below(CellRandom.mix(index), 10);
    long base = lead * 100_000_000 + index;
    if (CheckDigits.cnhFirst(base) == 10) {
      base = (lead + 1) % 10 * 100_000_000 + index;
    }
    out.putDigits(base, 9);
    out.putDigits(CheckDigits.cnhFirst(base), 1);
    out.putDigits(CheckDigits.cnhSecond(base), 1);
  }

  /** Appends a separator if the document is to have them. */
  public static void separator(int c, boolean formatted, ColumnVector out) {
    if (formatted) {
      out.put(c);
    }
  }
}
