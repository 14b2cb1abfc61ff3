package io.datalchemy.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Set;
import java.util.TreeSet;

/**
 * The national holidays of Brazil's banks: the fixed ones, Carnival, Good Friday and Corpus
 * Christi.
 *
 * <p>Leis 662/1949, 6.802/1980, 10.607/2002 and 14.759/2023 (20 November, since 2024) and Resolução
 * CMN 4.880/2020; Easter by the method of Meeus, Jones and Butcher. Pure functions of the date;
 * those of epoch days allocate nothing from 1900 to 2199.
 */
public final class BankHolidays {
  private static final int FIRST_YEAR = 1900;
  private static final int END_YEAR = 2200;
  private static final int BLACK_CONSCIOUSNESS_SINCE = 2024;
  private static final long FIRST_DAY = LocalDate.of(FIRST_YEAR, 1, 1).toEpochDay();
  private static final Set<MonthDay> FIXED =
      Set.of(
          MonthDay.of(1, 1),
          MonthDay.of(4, 21),
          MonthDay.of(5, 1),
          MonthDay.of(9, 7),
          MonthDay.of(10, 12),
          MonthDay.of(11, 2),
          MonthDay.of(11, 15),
          MonthDay.of(12, 25));
  private static final int[] DAYS_FROM_EASTER = {-48, -47, -2, 60};

  private BankHolidays() {}

  private static final class Closed {
    static final long[] DAYS = days();

    private static long[] days() {
      int count = (int) (LocalDate.of(END_YEAR, 1, 1).toEpochDay() - FIRST_DAY);
      long[] days = new long[count / Long.SIZE + 1];
      for (int day = 0; day < count; day++) {
        boolean isClosed = !opens(LocalDate.ofEpochDay(FIRST_DAY + day));
        days[day / Long.SIZE] |= (isClosed ? 1L : 0L) << day;
      }
      return days;
    }
  }

  /** The holidays of a year, in order. */
  public static Set<LocalDate> of(int year) {
    Set<LocalDate> days = new TreeSet<>();
    FIXED.forEach(day -> days.add(day.atYear(year)));
    if (year >= BLACK_CONSCIOUSNESS_SINCE) {
      days.add(LocalDate.of(year, 11, 20));
    }
    LocalDate easter = easter(year);
    for (int offset : DAYS_FROM_EASTER) {
      days.add(easter.plusDays(offset));
    }
    return days;
  }

  /** Easter Sunday of a year of the Gregorian calendar. */
  public static LocalDate easter(int year) {
    int a = year % 19;
    int b = year / 100;
    int c = year % 100;
    int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    int m = (a + 11 * h + 22 * l) / 451;
    int day = h + l - 7 * m + 114;
    return LocalDate.of(year, day / 31, day % 31 + 1);
  }

  /** Whether a day is one of the holidays. */
  public static boolean isHoliday(LocalDate day) {
    return of(day.getYear()).contains(day);
  }

  /** Whether banks open on a day: not on weekends nor on holidays. */
  public static boolean isBusinessDay(LocalDate day) {
    return isBusinessDay(day.toEpochDay());
  }

  /** Whether banks open on a day, counted from 1 January 1970. */
  public static boolean isBusinessDay(long epochDay) {
    long day = epochDay - FIRST_DAY;
    boolean isKnown = day >= 0 && day / Long.SIZE < Closed.DAYS.length - 1;
    return isKnown
        ? (Closed.DAYS[(int) (day / Long.SIZE)] >>> day & 1) == 0
        : opens(LocalDate.ofEpochDay(epochDay));
  }

  private static boolean opens(LocalDate day) {
    DayOfWeek weekday = day.getDayOfWeek();
    return weekday != DayOfWeek.SATURDAY && weekday != DayOfWeek.SUNDAY && !isHoliday(day);
  }

  /** The day itself if banks open on it, else the next on which they do. */
  public static LocalDate businessDayFrom(LocalDate day) {
    return LocalDate.ofEpochDay(businessDayFrom(day.toEpochDay()));
  }

  /** The day itself if banks open on it, else the next on which they do; days since 1970. */
  public static long businessDayFrom(long epochDay) {
    long day = epochDay;
    while (!isBusinessDay(day)) {
      day++;
    }
    return day;
  }

  /** The day so many business days after another, which need not be one itself. */
  public static long plusBusinessDays(long epochDay, int count) {
    long day = epochDay;
    for (int k = 0; k < count; k++) {
      day = businessDayFrom(day + 1);
    }
    return day;
  }
}
