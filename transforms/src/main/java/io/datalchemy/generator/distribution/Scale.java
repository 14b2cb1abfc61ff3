package io.datalchemy.generator.distribution;

import com.fasterxml.jackson.databind.JsonNode;
import io.datalchemy.generator.scalar.Moments;
import io.datalchemy.type.PowersOfTen;
import java.math.BigDecimal;
import java.util.function.Function;

/**
 * How people write the values of a range, and the lengths between them.
 *
 * @param stored the stored number of a value that a person wrote; may have decimals
 * @param unit how many stored numbers a length of 1 has
 * @param kind what the stored numbers count
 */
public record Scale(Function<String, BigDecimal> stored, BigDecimal unit, Kind kind) {

  /** What the stored numbers of a range count. */
  public enum Kind {
    NUMBER,
    DAYS,
    MICROS,
    MICROS_OF_DAY
  }

  /** Unscaled numbers with so many decimals; lengths are in the number's own unit. */
  public static Scale number(int decimals) {
    return new Scale(
        text -> new BigDecimal(text).movePointRight(decimals),
        BigDecimal.valueOf(PowersOfTen.of(decimals)),
        Kind.NUMBER);
  }

  /** Days since 1970; lengths are in days. */
  public static Scale days() {
    return new Scale(text -> BigDecimal.valueOf(Moments.day(text)), BigDecimal.ONE, Kind.DAYS);
  }

  /** Microseconds since 1970; lengths are in days. */
  public static Scale micros() {
    return new Scale(
        text -> BigDecimal.valueOf(Moments.micros(text)),
        BigDecimal.valueOf(Moments.MICROS_PER_DAY),
        Kind.MICROS);
  }

  /** Microseconds of the day; lengths are in hours. */
  public static Scale microsOfDay() {
    return new Scale(
        text -> BigDecimal.valueOf(Moments.timeMicros(text)),
        BigDecimal.valueOf(Moments.MICROS_PER_DAY / 24),
        Kind.MICROS_OF_DAY);
  }

  /**
   * The stored number of a value.
   *
   * @throws IllegalArgumentException if it is none, with a message that begins with the name
   */
  BigDecimal stored(String name, JsonNode value) {
    try {
      return stored.apply(value.asText());
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(name + ": must be a number, was " + value, e);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
    }
  }
}
