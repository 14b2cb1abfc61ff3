package io.datalchemy.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
  @Test
  void tellsTablesRowsSpeedAndTimeLeft() {
    ProgressLine line = new ProgressLine(3, 16, 1_200_000, 4_000_000, Duration.ofMillis(2500));
    assertEquals(
        "3/16 tables  1,200,000/4,000,000 rows (30 %)  480,000 rows/s  0:05 left", line.text());
  }

  @Test
  void tellsHoursOnceThereAreAny() {
    ProgressLine line = new ProgressLine(0, 1, 1_000, 10_000_000, Duration.ofSeconds(1));
    assertEquals(
        "0/1 tables  1,000/10,000,000 rows (0 %)  1,000 rows/s  2:46:39 left", line.text());
  }

  @Test
  void saysNothingOfSpeedBeforeTheFirstRow() {
    ProgressLine line = new ProgressLine(0, 2, 0, 100, Duration.ofSeconds(1));
    assertEquals("0/2 tables  0/100 rows (0 %)", line.text());
  }

  @Test
  void needsNoRowsAtAll() {
    ProgressLine line = new ProgressLine(1, 1, 0, 0, Duration.ofSeconds(1));
    assertEquals("1/1 tables  0/0 rows", line.text());
  }

  @Test
  void overwritesALongerLineAndClearsTheLastOne() {
    ByteArrayOutputStream terminal = new ByteArrayOutputStream();
    ProgressDisplay display =
        ProgressDisplay.on(new PrintStream(terminal, true, StandardCharsets.UTF_8));
    display.show(new ProgressLine(0, 2, 0, 1, Duration.ZERO));
    display.show(new ProgressLine(1, 1, 0, 0, Duration.ZERO));
    display.end();
    assertEquals(
        "\r0/2 tables  0/1 rows (0 %)\r1/1 tables  0/0 rows      \r" + " ".repeat(20) + "\r",
        terminal.toString(StandardCharsets.UTF_8));
  }
}
