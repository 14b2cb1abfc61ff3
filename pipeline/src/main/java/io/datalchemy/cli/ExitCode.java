package io.datalchemy.cli;

/** What the process says of itself to the program that started it. */
final class ExitCode {
  static final int OK = 0;

  /** The run failed. */
  static final int FAILED = 1;

  /** The command line or a document is not valid. */
  static final int INVALID = 2;

  /** The database refused rows. */
  static final int VIOLATIONS = 3;

  /** Two schemas differ. */
  static final int DIFFERENCES = 3;

  /** A database or a storage cannot be reached or used. */
  static final int UNAVAILABLE = 4;

  private ExitCode() {}
}
