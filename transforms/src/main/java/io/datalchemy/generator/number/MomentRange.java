package io.datalchemy.generator.number;

import io.datalchemy.catalogue.Parameters;
import io.datalchemy.generator.GeneratorRequest;
import io.datalchemy.generator.ValueGenerator;
import io.datalchemy.generator.distribution.Distributions;
import io.datalchemy.generator.distribution.Scale;
import io.datalchemy.generator.scalar.LongRange;
import io.datalchemy.generator.scalar.Moments;
import io.datalchemy.type.PowersOfTen;
import io.datalchemy.type.TypeFamily;
import java.util.function.ToLongFunction;

/**
 * The parameters {@code min} and {@code max} of dates and times as a range in a column's own units.
 *
 * <p>Where they are left out, the range is the five years that end on the day that stands for
 * today. Timestamps fall on whole seconds, unless the range holds none.
 */
public final class MomentRange {
  /** Five years: the same number of days whatever the day, so that spaces never change size. */
  public static final long WINDOW_DAYS = 1826;

  private static final int MAX_PRECISION = 6;
  private static final int TIMESTAMP_CHARS = 26;
  private static final int DATE_CHARS = 10;
  private static final int TIME_CHARS = 15;

  private MomentRange() {}

  /** Days, for columns of dates, timestamps and text. */
  public static ValueGenerator dates(GeneratorRequest request) {
    Bounds bounds = bounds(request, Moments::day, request.asOf().toEpochDay(), WINDOW_DAYS);
    if (request.params().has("distinct_by")) {
      long end = bounds.max * Moments.MICROS_PER_DAY + Moments.MICROS_PER_DAY - 1;
      return periods(request, bounds.min * Moments.MICROS_PER_DAY, end);
    }
    LongRange days = bounds.step(1);
    return switch (request.type().family()) {
      case TEXT ->
          drawn(request, days, Scale.days(), roomFor(request, DATE_CHARS, LongWriter.dateText()));
      case DATE -> drawn(request, days, Scale.days(), LongWriter.stored());
      default ->
          drawn(
              request,
              new LongRange(
                  days.first() * Moments.MICROS_PER_DAY, Moments.MICROS_PER_DAY, days.count()),
              Scale.micros(),
              LongWriter.stored());
    };
  }

  /** Moments, for columns of dates, timestamps and text. */
  public static ValueGenerator timestamps(GeneratorRequest request) {
    if (request.type().family() == TypeFamily.DATE) {
      return dates(request);
    }
    long today = request.asOf().toEpochDay() * Moments.MICROS_PER_DAY;
    long window = WINDOW_DAYS * Moments.MICROS_PER_DAY;
    Bounds bounds = bounds(request, Moments::micros, today, window);
    if (request.params().has("distinct_by")) {
      return periods(request, bounds.min, bounds.max);
    }
    LongRange micros = bounds.steps(request);
    return drawn(
        request,
        micros,
        Scale.micros(),
        request.type().family() == TypeFamily.TEXT
            ? roomFor(request, TIMESTAMP_CHARS, LongWriter.timestampText())
            : LongWriter.stored());
  }

  private static LongGenerator drawn(
      GeneratorRequest request, LongRange range, Scale scale, LongWriter writer) {
    return LongGenerator.drawn(range, writer, Distributions.over(range, scale, request.params()));
  }

  private static ValueGenerator periods(GeneratorRequest request, long min, long max) {
    if (!request.type().family().isLong()) {
      throw new IllegalArgumentException(
          "distinct_by: takes a column of dates or timestamps, was " + request.type().name());
    }
    return Periods.between(
        min,
        max,
        request.params().text("distinct_by").orElseThrow(),
        request.type().family() == TypeFamily.DATE);
  }

  /** Times of the day, for columns of times and text. */
  public static LongGenerator times(GeneratorRequest request) {
    long last = Moments.MICROS_PER_DAY - 1;
    LongRange micros = bounds(request, Moments::timeMicros, last, last).steps(request);
    return drawn(
        request,
        micros,
        Scale.microsOfDay(),
        request.type().family() == TypeFamily.TEXT
            ? roomFor(request, TIME_CHARS, LongWriter.timeText())
            : LongWriter.stored());
  }

  private static Bounds bounds(
      GeneratorRequest request, ToLongFunction<String> reader, long defaultMax, long width) {
    Parameters params = request.params();
    long min = params.text("min").map(text -> read("min", text, reader)).orElse(defaultMax - width);
    long max = params.text("max").map(text -> read("max", text, reader)).orElse(defaultMax);
    if (min > max && !params.has("max")) {
      max = min + width;
    }
    if (!params.has("min") && (min > max || params.has("max"))) {
      min = Math.max(max - width, defaultMax == width ? 0 : Long.MIN_VALUE);
    }
    if (min > max) {
      throw new IllegalArgumentException(
          "min: must not be after max, was "
              + params.text("min").orElse("")
              + " with max "
              + params.text("max").orElse(""));
    }
    return new Bounds(min, max);
  }

  private static long read(String name, String text, ToLongFunction<String> reader) {
    try {
      return reader.applyAsLong(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
    }
  }

  private static LongWriter roomFor(GeneratorRequest request, int chars, LongWriter writer) {
    if (request.maxChars() < chars) {
      throw new IllegalArgumentException(
          "type: must take " + chars + " characters, takes " + request.maxChars());
    }
    return writer;
  }

  private record Bounds(long min, long max) {
    LongRange step(long step) {
      return LongRange.multiples(min, max, step);
    }

    /** Steps as coarse as was asked for, whole seconds by default, finer if there are none. */
    LongRange steps(GeneratorRequest request) {
      int digits = request.type().scale().orElse(MAX_PRECISION);
      int asked = Math.toIntExact(request.params().integer("precision").orElse(0L));
      if (asked < 0 || asked > MAX_PRECISION) {
        throw new IllegalArgumentException("precision: must be from 0 to 6, was " + asked);
      }
      for (int precision = Math.min(asked, digits); precision <= digits; precision++) {
        long step = PowersOfTen.of(MAX_PRECISION - precision);
        if (LongRange.hasMultiple(min, max, step)) {
          return step(step);
        }
      }
      throw new IllegalArgumentException(
          "min: no " + request.type().name() + " of that precision lies between min and max");
    }
  }
}
