package io.datalchemy.generator.brazil;

import io.datalchemy.generator.text.Dictionary;
import io.datalchemy.generator.text.Digits;
import io.datalchemy.generator.text.Piece;
import io.datalchemy.generator.text.Sequence;

/**
 * Mobile numbers that ring nobody: an area code that exists, and a number that begins with 90,
 * which the numbering plan leaves out because 90 dials a collect call.
 */
public final class Phones {
  /** The characters of the national format. */
  public static final int NATIONAL_CHARS = 15;

  private static final String BLOCK = "90";

  private Phones() {}

  /** Numbers in the format {@code national}, {@code digits} or {@code e164}. */
  public static Piece of(String format) {
    Dictionary areaCodes = Places.brazil().areaCodes();
    Digits three = Digits.fixed(3);
    Digits four = Digits.fixed(4);
    return switch (format) {
      case "national" -> Sequence.of("(", areaCodes, ") ", BLOCK, three, "-", four);
      case "digits" -> Sequence.of(areaCodes, BLOCK, three, four);
      case "e164" -> Sequence.of("+55", areaCodes, BLOCK, three, four);
      default ->
          throw new IllegalArgumentException(
              "format: must be national, digits or e164, was '" + format + "'");
    };
  }
}
