package io.datalchemy.generator.bank;

import io.datalchemy.generator.brazil.Documents;
import io.datalchemy.generator.document.Modulo11;
import io.datalchemy.generator.text.Piece;
import io.datalchemy.random.CellRandom;
import io.datalchemy.vector.ColumnVector;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * Boletos as a line of 47 digits to type, or as a bar code of 44: bank, currency, due date, amount
 * and the bank's free field (FEBRABAN, "Layout padrão do boleto"; Banco Central, Carta-circular
 * 2.926/2000).
 *
 * <p>They are due in the sixty days after {@code asOf}, for 10 to 5,000 reais. The last eighteen
 * digits of the free field number them, so that no two are alike.
 */
final class Boleto implements Piece {
  static final int FORMATTED_CHARS = 54;

  private static final int LINE_CHARS = 47;
  private static final int BAR_CODE_CHARS = 44;
  private static final long NUMBERS = 1_000_000_000_000_000_000L;
  private static final long TEN_DIGITS = 10_000_000_000L;
  private static final LocalDate FACTOR_ZERO = LocalDate.of(1997, 10, 7);
  private static final long FIRST_FACTOR = 1000;
  private static final long FACTORS = 9000;
  private static final int REAL = 9;
  private static final int DUE_WITHIN_DAYS = 60;
  private static final int MIN_CENTAVOS = 1_000;
  private static final int MAX_CENTAVOS = 500_000;

  private final int[] banks;
  private final int[] factors;
  private final Form form;

  /** How a boleto is written. */
  enum Form {
    LINE,
    FORMATTED_LINE,
    BAR_CODE
  }

  Boleto(int[] banks, LocalDate asOf, Form form) {
    this.banks = banks.clone();
    this.form = form;
    factors = new int[DUE_WITHIN_DAYS];
    for (int days = 0; days < DUE_WITHIN_DAYS; days++) {
      factors[days] = dueFactor(asOf.plusDays(days + 1L));
    }
  }

  /**
   * The four digits for a due date: the days since 7 October 1997, which went on with 1000 when
   * 9999 was used up on 21 February 2025; 0, for no date, before 3 July 2000.
   */
  static int dueFactor(LocalDate due) {
    long days = ChronoUnit.DAYS.between(FACTOR_ZERO, due);
    return days < FIRST_FACTOR ? 0 : (int) (FIRST_FACTOR + (days - FIRST_FACTOR) % FACTORS);
  }

  @Override
  public long size() {
    return NUMBERS;
  }

  @Override
  public int minChars() {
    return switch (form) {
      case LINE -> LINE_CHARS;
      case FORMATTED_LINE -> FORMATTED_CHARS;
      case BAR_CODE -> BAR_CODE_CHARS;
    };
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
    long bits = CellRandom.mix(index);
    if (form == Form.BAR_CODE) {
      putBarCode(bits, index, out);
    } else {
      putLine(bits, index, out);
    }
  }

  private void putBarCode(long bits, long index, ColumnVector out) {
    out.putDigits(bankAndCurrency(bits), 4);
    out.putDigits(check(bits, index), 1);
    out.putDigits(factorAndAmount(bits), 14);
    out.putDigits(lead(bits), 5);
    out.putDigits(middle(bits, index), 10);
    out.putDigits(index % TEN_DIGITS, 10);
  }

  private void putLine(long bits, long index, ColumnVector out) {
    putField(bankAndCurrency(bits) * 100_000 + lead(bits), 9, out);
    putField(middle(bits, index), 10, out);
    putField(index % TEN_DIGITS, 10, out);
    out.putDigits(check(bits, index), 1);
    Documents.separator(' ', form == Form.FORMATTED_LINE, out);
    out.putDigits(factorAndAmount(bits), 14);
  }

  /** A field of the line with its check digit, a point behind its fifth digit. */
  private void putField(long field, int digits, ColumnVector out) {
    boolean isFormatted = form == Form.FORMATTED_LINE;
    long tail = digits == 9 ? 10_000 : 100_000;
    out.putDigits(field / tail, 5);
    Documents.separator('.', isFormatted, out);
    out.putDigits(field % tail, digits - 5);
    out.putDigits(modulo10(field), 1);
    Documents.separator(' ', isFormatted, out);
  }

  private long bankAndCurrency(long bits) {
    return banks[(int) CellRandom.below(bits, banks.length)] * 10L + REAL;
  }

  private long factorAndAmount(long bits) {
    long factor = factors[(int) CellRandom.below(CellRandom.more(bits, 1), factors.length)];
    long range = MAX_CENTAVOS - MIN_CENTAVOS + 1L;
    return factor * TEN_DIGITS + MIN_CENTAVOS + CellRandom.below(CellRandom.more(bits, 2), range);
  }

  /** The first five digits of the free field. */
  private static long lead(long bits) {
    return CellRandom.below(CellRandom.more(bits, 3), 100_000);
  }

  /** The next ten. */
  private static long middle(long bits, long index) {
    return CellRandom.below(CellRandom.more(bits, 4), 100) * 100_000_000 + index / TEN_DIGITS;
  }

  /** The check digit of the whole: modulo 11 over the bar code, 1 where it would be 0. */
  private int check(long bits, long index) {
    long sum =
        Modulo11.sum(index % TEN_DIGITS, 10, 0)
            + Modulo11.sum(middle(bits, index), 10, 10)
            + Modulo11.sum(lead(bits), 5, 20)
            + Modulo11.sum(factorAndAmount(bits), 14, 25)
            + Modulo11.sum(bankAndCurrency(bits), 4, 39);
    int digit = Modulo11.digit(sum);
    return digit == 0 ? 1 : digit;
  }

  /** Digits times 2 and 1 from the right, those of the products added up. */
  private static int modulo10(long field) {
    int sum = 0;
    int weight = 2;
    for (long rest = field; rest > 0; rest /= 10) {
      int product = (int) (rest % 10) * weight;
      sum += product / 10 + product % 10;
      weight = 3 - weight;
    }
    return (10 - sum % 10) % 10;
  }
}
