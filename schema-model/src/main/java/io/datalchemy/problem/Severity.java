package io.datalchemy.problem;

/** Whether a problem stops the work or is only told. */
public enum Severity {
  ERROR,
  WARNING
}
