package io.datalchemy.generator.document;

import io.datalchemy.generator.brazil.NumberedDocument;
import io.datalchemy.generator.text.CharsetText;
import io.datalchemy.generator.text.Digits;
import io.datalchemy.generator.text.Piece;
import io.datalchemy.generator.text.Sequence;
import io.datalchemy.generator.text.Variants;
import io.datalchemy.vector.ColumnVector;

/** The numbers of vehicles: RENAVAM (Denatran, Portaria 27/2013) and plates. */
final class Vehicles {
  static final int OLD_PLATE_CHARS = 8;

  private static final int RENAVAM_CHARS = 11;
  private static final long FIRST_RENAVAM = 100_000_000;
  private static final long RENAVAMS = 1_400_000_000;
  private static final int[] LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ".codePoints().toArray();

  private Vehicles() {}

  /** RENAVAM numbers of eleven digits, up to those that are issued nowadays. */
  static Piece renavam() {
    return new NumberedDocument(RENAVAMS, RENAVAM_CHARS, Vehicles::putRenavam);
  }

  private static void putRenavam(long index, ColumnVector out) {
    long base = FIRST_RENAVAM + index;
    out.putDigits(base, RENAVAM_CHARS - 1);
    out.putDigits(Modulo11.digit(Modulo11.sum(base, RENAVAM_CHARS - 1, 0)), 1);
  }

  /**
   * Plates of a style.
   *
   * @param style mercosul (Contran, Resolução 969/2022), old, or mixed, two of each alike
   * @param hyphen whether old ones have their hyphen
   */
  static Piece plates(String style, boolean hyphen) {
    return switch (style) {
      case "mercosul" -> mercosul();
      case "old" -> old(hyphen);
      case "mixed" -> Variants.of(mercosul(), old(hyphen));
      default ->
          throw new IllegalArgumentException(
              "style: must be mercosul, old or mixed, was '" + style + "'");
    };
  }

  private static Piece mercosul() {
    return Sequence.of(
        new CharsetText(LETTERS, 3, 3),
        Digits.fixed(1),
        new CharsetText(LETTERS, 1, 1),
        Digits.fixed(2));
  }

  private static Piece old(boolean hyphen) {
    return Sequence.of(new CharsetText(LETTERS, 3, 3), hyphen ? "-" : "", Digits.fixed(4));
  }
}
