package io.datalchemy.cli;

import java.util.Map;

/** How many columns a table may be wide: {@code COLUMNS} if that says so, else 80. */
final class TerminalWidth {
  private static final String VARIABLE = "COLUMNS";
  private static final int USUAL = 80;
  private static final int LEAST = 20;

  private TerminalWidth() {}

  static int of(Map<String, String> environment) {
    String given = environment.getOrDefault(VARIABLE, "");
    boolean isNumber = given.matches("[1-9][0-9]{0,5}");
    return isNumber ? Math.max(LEAST, Integer.parseInt(given)) : USUAL;
  }
}
