package io.datalchemy.pipeline;

import java.time.Duration;
import java.util.Locale;

/**
 * How far a run is, in one line for people.
 *
 * @param tables tables done so far
 * @param rows rows written so far
 */
record ProgressLine(long tables, long allTables, long rows, long allRows, Duration elapsed) {

  /** {@code 3/16 tables 1,200,000/4,000,000 rows (30 %) 480,000 rows/s 0:06 left}. */
  String text() {
    StringBuilder text = new StringBuilder();
    text.append(tables).append('/').append(allTables).append(" tables  ");
    text.append(grouped(rows)).append('/').append(grouped(allRows)).append(" rows");
    if (allRows > 0) {
      text.append(" (").append(rows * 100 / allRows).append(" %)");
    }
    long perSecond = rowsPerSecond();
    if (perSecond > 0) {
      text.append("  ").append(grouped(perSecond)).append(" rows/s  ");
      text.append(clock((allRows - rows) / perSecond)).append(" left");
    }
    return text.toString();
  }

  private long rowsPerSecond() {
    long millis = elapsed.toMillis();
    return millis == 0 ? 0 : (long) (rows * 1000.0 / millis);
  }

  private static String grouped(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private static String clock(long seconds) {
    return seconds >= 3600
        ? String.format(
            Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60)
        : String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60);
  }
}
