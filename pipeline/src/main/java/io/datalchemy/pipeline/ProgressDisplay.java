package io.datalchemy.pipeline;

import java.io.PrintStream;

/** Where a run's progress is shown. */
interface ProgressDisplay {
  /** Shows how far the run is; called a few times a second. */
  void show(ProgressLine line);

  /** The run is over: leaves the place clean for what is printed next. */
  void end();

  /** Shows nothing. */
  static ProgressDisplay none() {
    return new ProgressDisplay() {
      @Override
      public void show(ProgressLine line) {
        // Nobody looks.
      }

      @Override
      public void end() {
        // Nothing was shown.
      }
    };
  }

  /** One line of a terminal, written over and over and cleared at the end. */
  static ProgressDisplay on(PrintStream terminal) {
    return new ProgressDisplay() {
      private int width;

      @Override
      public void show(ProgressLine line) {
        String text = line.text();
        int columns = text.length();
        terminal.print("\r" + text + " ".repeat(Math.max(0, width - columns)));
        terminal.flush();
        width = columns;
      }

      @Override
      public void end() {
        terminal.print("\r" + " ".repeat(width) + "\r");
        terminal.flush();
      }
    };
  }
}
