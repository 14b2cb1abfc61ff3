package io.datalchemy.generator.derive;

import io.datalchemy.calendar.BankHolidays;
import io.datalchemy.catalogue.Parameters;
import java.util.Optional;

/**
 * Moves moments to days on which Brazil's banks open; the time of the day stays.
 *
 * @param day what a day is in the column's units
 */
record BusinessDays(long day) {
  /** So if {@code business_days} asks for it. */
  static Optional<BusinessDays> of(Parameters params, Axis axis) {
    return params
        .bool("business_days")
        .filter(isAskedFor -> isAskedFor)
        .map(asked -> new BusinessDays(axis.day()));
  }

  /**
   * The same time on the next day that is open, or on the last one before if that is after {@code
   * last}; the moment itself if both are out of bounds.
   */
  long move(long moment, long first, long last) {
    long date = Math.floorDiv(moment, day);
    long later = moment + (BankHolidays.businessDayFrom(date) - date) * day;
    if (later <= last) {
      return later;
    }
    long open = date;
    while (!BankHolidays.isBusinessDay(open)) {
      open--;
    }
    long earlier = moment + (open - date) * day;
    return earlier >= first ? earlier : moment;
  }
}
