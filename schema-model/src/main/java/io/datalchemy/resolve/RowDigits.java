package io.datalchemy.resolve;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a row's number by some unique keys says of one column or parent.
 *
 * <p>Row numbers map one to one to numbers below {@code total}, shuffled by {@code constraint};
 * such a number is written in mixed radix. With one digit, the value follows from that digit, one
 * to one for each choice of the digits below it ({@code layered}) or of none. With several, from
 * their sum modulo the number of values, so that all digits but one give the last.
 *
 * @param within the foreign key whose parent's children are numbered each for itself; empty if all
 *     rows of the table are numbered
 * @param layered whether values are shuffled anew for each choice of the lower digits
 */
public record RowDigits(
    String constraint, Optional<String> within, long total, List<Digit> digits, boolean layered) {

  /** The digit {@code number / divisor % modulus}. */
  public record Digit(long divisor, long modulus) {
    public Digit {
      if (divisor < 1 || modulus < 1) {
        throw new IllegalArgumentException(
            "digit: divisor and modulus must be at least 1, were " + divisor + ", " + modulus);
      }
    }
  }

  public RowDigits {
    Objects.requireNonNull(constraint, "constraint");
    Objects.requireNonNull(within, "within");
    digits = List.copyOf(digits);
    if (digits.isEmpty() || (layered && digits.size() > 1)) {
      throw new IllegalArgumentException("digits: must be one where they are layered, else some");
    }
  }
}
