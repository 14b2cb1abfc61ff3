package io.datalchemy.pipeline;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether somebody looks at standard error. */
final class Terminal {
  private static final Path STANDARD_ERROR = Path.of("/proc/self/fd/2");

  private Terminal() {}

  /**
   * Whether standard error is a terminal, as far as Java can tell: where there is no {@code /proc},
   * only if standard input and output are one too.
   */
  static boolean isStandardError() {
    if (Files.isSymbolicLink(STANDARD_ERROR)) {
      try {
        Path device = Files.readSymbolicLink(STANDARD_ERROR);
        return device.startsWith("/dev/pts") || device.toString().startsWith("/dev/tty");
      } catch (IOException e) {
        return false;
      }
    }
    return isConsole();
  }

  /** Before JDK 22 there is a console only on a terminal; from then on it has to be asked. */
  @SuppressWarnings("SystemConsoleNull")
  private static boolean isConsole() {
    Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (NoSuchMethodException beforeJdk22) {
      return true;
    } catch (ReflectiveOperationException e) {
      return false;
    }
  }
}
