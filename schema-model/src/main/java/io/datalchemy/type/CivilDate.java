package io.datalchemy.type;

/**
 * Year, month and day of a day number, in one long and without an object.
 *
 * <p>The arithmetic is Howard Hinnant's {@code civil_from_days} ("chrono-Compatible Low-Level Date
 * Algorithms"), for years 1 to 9999.
 */
public final class CivilDate {
  private static final int MONTH_SHIFT = 5;
  private static final int YEAR_SHIFT = 9;

  private CivilDate() {}

  /** The date of a number of days since 1970-01-01, for the accessors below. */
  public static long ofEpochDay(long epochDay) {
    long shifted = epochDay + 719_468;
    long era = Math.floorDiv(shifted, 146_097L);
    long dayOfEra = Math.floorMod(shifted, 146_097L);
    long yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
    long dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    long marchMonth = (5 * dayOfYear + 2) / 153;
    long month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
    long year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
    long day = dayOfYear - (153 * marchMonth + 2) / 5 + 1;
    return year << YEAR_SHIFT | month << MONTH_SHIFT | day;
  }

  /** The year of a date. */
  public static long year(long date) {
    return date >> YEAR_SHIFT;
  }

  /** The month of a date, from 1. */
  public static long month(long date) {
    return date >> MONTH_SHIFT & 0xF;
  }

  /** The day of the month of a date, from 1. */
  public static long day(long date) {
    return date & 0x1F;
  }
}
