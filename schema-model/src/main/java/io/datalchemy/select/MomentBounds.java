package io.datalchemy.select;

import io.datalchemy.catalogue.GeneratorCall;
import io.datalchemy.catalogue.Parameters;
import io.datalchemy.type.TypeFamily;
import io.datalchemy.type.ValueType;
import java.time.LocalDate;
import java.time.Period;

/** The earliest and the latest moment to make, counted from the day that stands for today. */
record MomentBounds(Period min, Period max) {

  /** Reads {@code -3y..+90d}. */
  static MomentBounds parse(String range) {
    String[] bounds = Recipe.bounds(range);
    return new MomentBounds(period(bounds[0]), period(bounds[1]));
  }

  private static Period period(String text) {
    int count = Integer.parseInt(text.substring(0, text.length() - 1));
    return text.endsWith("y") ? Period.ofYears(count) : Period.ofDays(count);
  }

  GeneratorCall call(ValueType type, LocalDate asOf) {
    boolean isDay = type.family() == TypeFamily.DATE || type.family() == TypeFamily.TEXT;
    String id = isDay ? "primitive.date.range" : "primitive.timestamp.range";
    return GeneratorCall.of(
        id,
        Parameters.none()
            .with("min", text(asOf.plus(min), type))
            .with("max", text(asOf.plus(max), type)));
  }

  private static String text(LocalDate day, ValueType type) {
    return switch (type.family()) {
      case TIMESTAMP -> day + "T00:00:00";
      case TIMESTAMPTZ -> day + "T00:00:00Z";
      default -> day.toString();
    };
  }
}
