package io.datalchemy.generator.document;

import io.datalchemy.generator.brazil.Documents;
import io.datalchemy.generator.brazil.NumberedDocument;
import io.datalchemy.generator.text.Piece;
import io.datalchemy.vector.ColumnVector;

/**
 * Definitive numbers of the national health card, CNS: eleven digits that begin with 1 or 2, 000 or
 * 001, and a check digit (DATASUS, Cartão Nacional de Saúde, rotina de validação).
 *
 * <p>All fifteen digits times 15 to 1 add up to a multiple of 11; 001 stands where 000 would need
 * 10 as the last digit.
 */
final class HealthCard {
  static final int FORMATTED_CHARS = 18;

  private static final int PLAIN_CHARS = 15;
  private static final long FIRST = 10_000_000_000L;
  private static final long COUNT = 20_000_000_000L;
  private static final int WITH_ONE = 18;

  private HealthCard() {}

  /** Health cards, with spaces or without. */
  static Piece of(boolean formatted) {
    return new NumberedDocument(
        COUNT,
        formatted ? FORMATTED_CHARS : PLAIN_CHARS,
        (index, out) -> put(FIRST + index, formatted, out));
  }

  private static void put(long base, boolean formatted, ColumnVector out) {
    int needed = (int) ((11 - sum(base) % 11) % 11);
    long tail = needed == 10 ? WITH_ONE : needed;
    out.putDigits(base / 100_000_000, 3);
    Documents.separator(' ', formatted, out);
    out.putDigits(base / 10_000 % 10_000, 4);
    Documents.separator(' ', formatted, out);
    out.putDigits(base % 10_000, 4);
    Documents.separator(' ', formatted, out);
    out.putDigits(tail, 4);
  }

  private static long sum(long base) {
    long sum = 0;
    long rest = base;
    for (int weight = 5; weight <= 15; weight++) {
      sum += rest % 10 * weight;
      rest /= 10;
    }
    return sum;
  }
}
