package io.datalchemy.expression;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An SQL interval: months, days and microseconds, each with its own sign.
 *
 * <p>It is ordered as PostgreSQL orders it: a month counts 30 days, a day 24 hours.
 */
public record Interval(long months, long days, long micros) implements Comparable<Interval> {
  private static final long MICROS_PER_SECOND = 1_000_000;
  private static final long MICROS_PER_DAY = 86_400 * MICROS_PER_SECOND;
  private static final Pattern PART =
      Pattern.compile(
          "\\s*(?:([+-]?\\d+(?:\\.\\d+)?)\\s*([a-zA-Z]+)|([+-]?)(\\d+):(\\d+)(?::(\\d+(?:\\.\\d+)?))?)");

  /** No time at all. */
  public static final Interval ZERO = new Interval(0, 0, 0);

  /** So many days. */
  public static Interval ofDays(long days) {
    return new Interval(0, days, 0);
  }

  /**
   * Reads what PostgreSQL prints: {@code 1 year 2 mons -3 days 04:05:06}.
   *
   * @throws UnsupportedExpressionException if the text is written otherwise
   */
  public static Interval parse(String text) {
    Interval sum = ZERO;
    Matcher part = PART.matcher(text);
    int end = 0;
    while (end < text.length() && part.find(end) && part.start() == end) {
      sum = sum.plus(part.group(2) == null ? clock(part) : unit(part.group(1), part.group(2)));
      end = part.end();
    }
    if (text.isBlank() || !text.substring(end).isBlank()) {
      throw new UnsupportedExpressionException("interval '" + text + "' is not understood");
    }
    return sum;
  }

  private static Interval clock(Matcher part) {
    double seconds = part.group(6) == null ? 0 : Double.parseDouble(part.group(6));
    long micros =
        (Long.parseLong(part.group(4)) * 3600 + Long.parseLong(part.group(5)) * 60)
                * MICROS_PER_SECOND
            + Math.round(seconds * MICROS_PER_SECOND);
    return new Interval(0, 0, part.group(3).equals("-") ? -micros : micros);
  }

  private static Interval unit(String amount, String unit) {
    double number = Double.parseDouble(amount);
    long whole = Math.round(number);
    return switch (unit.toLowerCase(Locale.ROOT)) {
      case "year", "years", "y" -> new Interval(Math.round(number * 12), 0, 0);
      case "mon", "mons", "month", "months" -> new Interval(whole, 0, 0);
      case "week", "weeks" -> new Interval(0, whole * 7, 0);
      case "day", "days", "d" -> new Interval(0, whole, 0);
      case "hour", "hours", "h" -> seconds(number * 3600);
      case "min", "mins", "minute", "minutes", "m" -> seconds(number * 60);
      case "sec", "secs", "second", "seconds", "s" -> seconds(number);
      default ->
          throw new UnsupportedExpressionException("interval unit " + unit + " is not understood");
    };
  }

  private static Interval seconds(double seconds) {
    return new Interval(0, 0, Math.round(seconds * MICROS_PER_SECOND));
  }

  /** The sum, part by part. */
  public Interval plus(Interval other) {
    return new Interval(months + other.months, days + other.days, micros + other.micros);
  }

  /** The same span backwards. */
  public Interval negated() {
    return new Interval(-months, -days, -micros);
  }

  /** The length in microseconds, a month counting 30 days. */
  public long approximateMicros() {
    return (months * 30 + days) * MICROS_PER_DAY + micros;
  }

  @Override
  public int compareTo(Interval other) {
    return Long.compare(approximateMicros(), other.approximateMicros());
  }

  /**
   * The interval as PostgreSQL prints it with {@code intervalstyle = postgres}: {@code 1 year 2
   * mons -3 days +04:05:06.5}.
   */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    boolean afterNegative = append(text, months / 12, "year", false);
    afterNegative = append(text, months % 12, "mon", afterNegative);
    afterNegative = append(text, days, "day", afterNegative);
    if (micros != 0 || text.length() == 0) {
      String sign = micros < 0 ? "-" : afterNegative ? "+" : "";
      text.append(text.length() == 0 ? "" : " ").append(sign).append(time(Math.abs(micros)));
    }
    return text.toString();
  }

  /** Appends one part if it is not zero; says whether the last part so far is negative. */
  private static boolean append(
      StringBuilder text, long value, String unit, boolean afterNegative) {
    if (value == 0) {
      return afterNegative;
    }
    text.append(text.length() == 0 ? "" : " ").append(afterNegative && value > 0 ? "+" : "");
    text.append(value).append(' ').append(unit).append(value == 1 ? "" : "s");
    return value < 0;
  }

  private static String time(long micros) {
    long seconds = micros / 1_000_000;
    String whole =
        String.format(
            Locale.ROOT, "%02d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
    long fraction = micros % 1_000_000;
    return fraction == 0
        ? whole
        : whole + String.format(Locale.ROOT, ".%06d", fraction).replaceAll("0+$", "");
  }
}
