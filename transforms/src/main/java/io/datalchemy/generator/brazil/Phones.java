package io.datalchemy.generator.brazil;

import io.datalchemy.generator.text.Dictionary;
import io.datalchemy.generator.text.Digits;
import io.datalchemy.generator.text.Piece;
import io.datalchemy.generator.text.Sequence;
import io.datalchemy.vector.ColumnVector;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Mobile numbers that ring nobody: an area code that exists, and a number that begins with 90,
 * which the numbering plan leaves out because 90 dials a collect call.
 */
public final class Phones {
  /** The characters of the national format. */
  public static final int NATIONAL_CHARS = 15;

  /** How many numbers there are in one area code. */
  public static final long NUMBERS = 10_000_000;

  private static final String BLOCK = "90";

  private static final long FIRST = 90_000;
  private static final byte[] COUNTRY = {'+', '5', '5'};

  private Phones() {}

  /** How a number is written. */
  public enum Format {
    NATIONAL,
    DIGITS,
    E164;

    /** The format of a name, or that for which a column has room. */
    public static Format of(Optional<String> name, int room) {
      Format fallback = room >= NATIONAL_CHARS ? NATIONAL : DIGITS;
      return name.map(Format::named).orElse(fallback);
    }

    private static Format named(String name) {
      return Arrays.stream(values())
          .filter(format -> format.name().toLowerCase(Locale.ROOT).equals(name))
          .findFirst()
          .orElseThrow(
              () ->
                  new IllegalArgumentException(
                      "format: must be national, digits or e164, was '" + name + "'"));
    }

    /** The characters of a number. */
    public int chars() {
      return switch (this) {
        case NATIONAL -> NATIONAL_CHARS;
        case DIGITS -> 11;
        case E164 -> 14;
      };
    }

    /** Appends a number of an area code, from 0 to {@link Phones#NUMBERS} - 1. */
    public void put(int areaCode, long number, ColumnVector out) {
      boolean isNational = this == NATIONAL;
      if (this == E164) {
        out.put(COUNTRY);
      }
      Documents.separator('(', isNational, out);
      out.putDigits(areaCode, 2);
      Documents.separator(')', isNational, out);
      Documents.separator(' ', isNational, out);
      out.putDigits(FIRST + number / 10_000, 5);
      Documents.separator('-', isNational, out);
      out.putDigits(number % 10_000, 4);
    }
  }

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
