package io.datalchemy.generator.company;

import io.datalchemy.generator.brazil.CheckDigits;
import io.datalchemy.generator.document.Modulo11;
import io.datalchemy.generator.text.Piece;
import io.datalchemy.random.CellRandom;
import io.datalchemy.vector.ColumnVector;
import java.time.LocalDate;

/**
 * Access keys of electronic invoices, chave de acesso: state, month, CNPJ, model, series, number,
 * way of issue, code and check digit, 44 digits (ENCAT, "Manual de Orientação do Contribuinte
 * NF-e", 2.2.6; codes that are refused by Nota Técnica 2019.001 do not occur).
 *
 * <p>Invoices are of the sixty months up to {@code asOf}. Their number and code number them, so
 * that no two keys are alike.
 */
final class InvoiceKey implements Piece {
  static final int CHARS = 44;

  private static final int[] STATES = {
    11, 12, 13, 14, 15, 16, 17, 21, 22, 23, 24, 25, 26, 27, 28, 29, 31, 32, 33, 35, 41, 42, 43, 50,
    51, 52, 53
  };
  private static final int MONTHS = 60;
  private static final long ROOTS = 99_999_999;
  private static final long INVOICES = 9_999_999;

  /** Between 23456789 and 33333333 there is no code that is refused, nor an invoice's number. */
  private static final long FIRST_CODE = 24_000_000;

  private static final long CODES = 9_000_000;
  private static final int NORMAL_ISSUE = 1;
  private static final int MAX_SERIES = 3;

  private final int model;
  private final int[] months;

  InvoiceKey(int model, LocalDate asOf) {
    this.model = model;
    months = new int[MONTHS];
    for (int ago = 0; ago < MONTHS; ago++) {
      LocalDate month = asOf.minusMonths(ago);
      months[ago] = month.getYear() % 100 * 100 + month.getMonthValue();
    }
  }

  @Override
  public long size() {
    return INVOICES * CODES;
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
    long bits = CellRandom.mix(index);
    long stateAndMonth =
        STATES[(int) CellRandom.below(bits, STATES.length)] * 10_000L
            + months[(int) CellRandom.below(CellRandom.more(bits, 1), MONTHS)];
    long root = 1 + CellRandom.below(CellRandom.more(bits, 2), ROOTS);
    long office = 10_000L + model + 100L * CheckDigits.cnpj(root, 1, 10);
    long series = 1 + CellRandom.below(CellRandom.more(bits, 3), MAX_SERIES);
    long invoice = series * 1_000_000_000 + 1 + index / CODES;
    long code = NORMAL_ISSUE * 100_000_000L + FIRST_CODE + index % CODES;
    out.putDigits(stateAndMonth, 6);
    out.putDigits(root, 8);
    out.putDigits(office, 8);
    out.putDigits(invoice, 12);
    out.putDigits(code, 9);
    out.putDigits(
        Modulo11.digit(
            Modulo11.sum(code, 9, 0)
                + Modulo11.sum(invoice, 12, 9)
                + Modulo11.sum(office, 8, 21)
                + Modulo11.sum(root, 8, 29)
                + Modulo11.sum(stateAndMonth, 6, 37)),
        1);
  }
}
