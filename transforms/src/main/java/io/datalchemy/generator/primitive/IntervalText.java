package io.datalchemy.generator.primitive;

import io.datalchemy.generator.text.Digits;
import io.datalchemy.generator.text.Piece;
import io.datalchemy.generator.text.Sequence;
import java.util.ArrayList;
import java.util.List;

/** Intervals that are restricted to some of their fields, as {@code interval year to month} is. */
final class IntervalText {
  private static final List<String> FIELDS =
      List.of("year", "month", "day", "hour", "minute", "second");
  private static final List<String> WORDS =
      List.of(" years", " mons", " days", " hours", " mins", " secs");

  /** How many of a field make one of the field before it; of the first one, what is believed. */
  private static final List<Long> CARRIES = List.of(20L, 12L, 365L, 24L, 60L, 60L);

  /** How many days one of a field is, as its share of a day. */
  private static final List<Double> DAYS =
      List.of(365.0, 30.0, 1.0, 1 / 24.0, 1 / 1440.0, 1 / 86400.0);

  private IntervalText() {}

  /**
   * Values of the fields from the first of these to the last.
   *
   * @param maxDays the most that the first field comes to
   */
  static Piece of(List<String> fields, long maxDays) {
    int first = FIELDS.indexOf(fields.get(0));
    int last = FIELDS.indexOf(fields.get(fields.size() - 1));
    List<Object> parts = new ArrayList<>();
    for (int field = first; field <= last; field++) {
      long count =
          field == first
              ? Math.max(CARRIES.get(field), (long) (maxDays / DAYS.get(field)))
              : CARRIES.get(field);
      parts.add(new Digits(0, count - 1, 1));
      parts.add(WORDS.get(field) + (field == last ? "" : " "));
    }
    return Sequence.of(parts.toArray());
  }
}
