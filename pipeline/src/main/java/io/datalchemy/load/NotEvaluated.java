package io.datalchemy.load;

import java.util.Objects;

/** A rule, or the ground for one, that the server could not be asked about, and why. */
public record NotEvaluated(String subject, String reason) {
  public NotEvaluated {
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(reason, "reason");
  }

  /** One line for people. */
  @Override
  public String toString() {
    return subject + ": not evaluated, " + reason;
  }
}
