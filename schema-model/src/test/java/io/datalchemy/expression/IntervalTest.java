package io.datalchemy.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntervalTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1 year|12|0|0",
        "1 year 2 mons -3 days|14|-3|0",
        "18 years|216|0|0",
        "2 weeks|0|14|0",
        "01:30:00|0|0|5400000000",
        "-00:00:00.5|0|0|-500000",
        "1 day 00:00:01|0|1|1000000",
        "90 minutes|0|0|5400000000"
      })
  void readsWhatPostgresPrints(String text, long months, long days, long micros) {
    assertEquals(new Interval(months, days, micros), Interval.parse(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0|0|0|00:00:00",
        "14|3|14706500000|1 year 2 mons 3 days 04:05:06.5",
        "-14|3|14706500000|-1 years -2 mons +3 days 04:05:06.5",
        "0|-1|3600000000|-1 days +01:00:00",
        "0|1|-3600000000|1 day -01:00:00",
        "0|0|360000000000|100:00:00"
      })
  void printsAsPostgresDoes(long months, long days, long micros, String text) {
    Interval interval = new Interval(months, days, micros);
    assertEquals(text, interval.toString());
    assertEquals(interval, Interval.parse(text));
  }

  @Test
  void readsItsOwnText() {
    Interval interval = new Interval(14, -3, -5_400_500_000L);
    assertEquals(interval, Interval.parse(interval.toString()));
  }

  @Test
  void countsThirtyDaysAMonthInItsOrder() {
    assertEquals(0, Interval.parse("1 mon").compareTo(Interval.ofDays(30)));
  }

  @Test
  void refusesOtherTexts() {
    assertThrows(UnsupportedExpressionException.class, () -> Interval.parse("soon"));
    assertThrows(UnsupportedExpressionException.class, () -> Interval.parse("3 moons"));
    assertThrows(UnsupportedExpressionException.class, () -> Interval.parse(""));
  }
}
