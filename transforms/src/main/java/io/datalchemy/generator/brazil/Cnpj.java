package io.datalchemy.generator.brazil;

import io.datalchemy.generator.text.Piece;
import io.datalchemy.random.CellRandom;
import io.datalchemy.vector.ColumnVector;
import java.nio.charset.StandardCharsets;

/**
 * CNPJs of digits, or of digits and letters as issued since July 2026; head offices first. Letters
 * count the branches as they do the companies: the tenth branch is 000A.
 */
public final class Cnpj implements Piece {
  private static final byte[] DIGITS =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ".getBytes(StandardCharsets.US_ASCII);
  private static final int ROOT_CHARS = 8;
  private static final int BRANCH_CHARS = 4;

  private final int base;
  private final long topUnit;
  private final long topBranchUnit;
  private final long roots;
  private final long branches;
  private final boolean formatted;

  /** CNPJs of so many branches of each company, the first alone being head offices. */
  public Cnpj(boolean alphanumeric, long branches, boolean formatted) {
    base = alphanumeric ? 36 : 10;
    topUnit = power(base, ROOT_CHARS - 1);
    topBranchUnit = power(base, BRANCH_CHARS - 1);
    roots = topUnit * base - 1;
    this.branches = branches;
    this.formatted = formatted;
  }

  @Override
  public long size() {
    return roots * branches;
  }

  @Override
  public int minChars() {
    return formatted ? Documents.CNPJ_CHARS : 14;
  }

  @Override
  public int maxChars() {
    return minChars();
  }

  @Override
  public boolean caseInsensitive() {
    return true;
  }

  @Override
  public void put(long index, ColumnVector out) {
    put(index % roots + 1, index / roots + 1, out);
  }

  @Override
  public void draw(long bits, ColumnVector out) {
    long branch = 1 + CellRandom.below(CellRandom.more(bits, 1), branches);
    put(1 + CellRandom.below(bits, roots), branch, out);
  }

  private void put(long root, long branch, ColumnVector out) {
    if (base == 10) {
      putDigits(root, branch, out);
    } else {
      putCharacters(root, branch, out);
    }
    Documents.separator('-', formatted, out);
    out.putDigits(CheckDigits.cnpj(root, branch, base), 2);
  }

  private void putDigits(long root, long branch, ColumnVector out) {
    out.putDigits(root / 1_000_000, 2);
    Documents.separator('.', formatted, out);
    out.putDigits(root / 1000 % 1000, 3);
    Documents.separator('.', formatted, out);
    out.putDigits(root % 1000, 3);
    Documents.separator('/', formatted, out);
    out.putDigits(branch, BRANCH_CHARS);
  }

  private void putCharacters(long root, long branch, ColumnVector out) {
    long unit = topUnit;
    long rest = root;
    for (int place = 0; place < ROOT_CHARS; place++) {
      if (place == 2 || place == 5) {
        Documents.separator('.', formatted, out);
      }
      out.put(DIGITS[(int) (rest / unit)]);
      rest %= unit;
      unit /= base;
    }
    Documents.separator('/', formatted, out);
    for (long branchUnit = topBranchUnit; branchUnit > 0; branchUnit /= base) {
      out.put(DIGITS[(int) (branch / branchUnit % base)]);
    }
  }

  /** The branches that a company can have. */
  static long maxBranches(boolean alphanumeric) {
    return power(alphanumeric ? 36 : 10, BRANCH_CHARS) - 1;
  }

  private static long power(int base, int exponent) {
    long power = 1;
    for (int i = 0; i < exponent; i++) {
      power *= base;
    }
    return power;
  }
}
