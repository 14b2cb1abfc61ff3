package io.datalchemy.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BankHolidaysTest {
  @Test
  void areThoseThatTheCalendarOfThatYearLists() {
    List<LocalDate> listed =
        List.of(
                "2026-01-01",
                "2026-02-16",
                "2026-02-17",
                "2026-04-03",
                "2026-04-21",
                "2026-05-01",
                "2026-06-04",
                "2026-09-07",
                "2026-10-12",
                "2026-11-02",
                "2026-11-15",
                "2026-11-20",
                "2026-12-25")
            .stream()
            .map(LocalDate::parse)
            .toList();
    assertEquals(listed, List.copyOf(BankHolidays.of(2026)));
  }

  @Test
  void blackConsciousnessIsOneSince2024() {
    assertFalse(BankHolidays.isHoliday(LocalDate.of(2023, 11, 20)));
    assertTrue(BankHolidays.isHoliday(LocalDate.of(2024, 11, 20)));
  }

  @ParameterizedTest
  @CsvSource({
    "1961-04-02",
    "1994-04-03",
    "2000-04-23",
    "2008-03-23",
    "2011-04-24",
    "2024-03-31",
    "2025-04-20",
    "2026-04-05",
    "2027-03-28",
    "2038-04-25",
    "2100-03-28"
  })
  void easterIsOnItsDay(LocalDate easter) {
    assertEquals(easter, BankHolidays.easter(easter.getYear()));
  }

  /**
   * Against Easter by the older algorithm of Gauss, over the years that are held ready and beyond.
   */
  @Test
  void daysAgreeWithTheHolidaysOfTheirYear() {
    for (int year = 1899; year <= 2201; year++) {
      assertEquals(gauss(year), BankHolidays.easter(year));
      Set<LocalDate> holidays = BankHolidays.of(year);
      for (int day = 0; day < 365; day++) {
        LocalDate date = LocalDate.of(year, 1, 1).plusDays(day);
        boolean isWeekend = date.getDayOfWeek().getValue() > DayOfWeek.FRIDAY.getValue();
        assertEquals(
            !isWeekend && !holidays.contains(date),
            BankHolidays.isBusinessDay(date),
            () -> "" + date);
      }
    }
  }

  private static LocalDate gauss(int year) {
    int k = year / 100;
    int m = (15 - (13 + 8 * k) / 25 + k - k / 4) % 30;
    int n = (4 + k - k / 4) % 7;
    int d = (19 * (year % 19) + m) % 30;
    int e = (2 * (year % 4) + 4 * (year % 7) + 6 * d + n) % 7;
    int march = 22 + d + e;
    if (d == 29 && e == 6) {
      march -= 7;
    } else if (d == 28 && e == 6 && year % 19 > 10) {
      march -= 7;
    }
    return LocalDate.of(year, 3, 1).plusDays(march - 1L);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-20,2026-11-23", "2026-11-19,2026-11-19", "2026-02-14,2026-02-18",
    "2025-12-25,2025-12-26", "2199-12-31,2199-12-31", "2024-11-15,2024-11-18"
  })
  void theNextBusinessDaySkipsWeekendsAndHolidays(LocalDate day, LocalDate next) {
    assertEquals(next, BankHolidays.businessDayFrom(day));
  }

  @Test
  void countsBusinessDays() {
    long friday = LocalDate.of(2026, 2, 13).toEpochDay();
    assertEquals(
        LocalDate.of(2026, 2, 19), LocalDate.ofEpochDay(BankHolidays.plusBusinessDays(friday, 2)));
    assertEquals(friday, BankHolidays.plusBusinessDays(friday, 0));
  }
}
