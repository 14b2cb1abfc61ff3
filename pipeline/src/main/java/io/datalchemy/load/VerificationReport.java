package io.datalchemy.load;

import java.util.List;

/**
 * What a real PostgreSQL said to the rows of a run.
 *
 * @param tables how many tables were loaded
 * @param rows how many rows it took
 * @param rulesHeld how many constraints and indexes it then took on top of them
 * @param violations what it refused
 * @param notEvaluated what it could not be asked
 */
public record VerificationReport(
    int tables,
    long rows,
    int rulesHeld,
    List<Violation> violations,
    List<NotEvaluated> notEvaluated) {
  public VerificationReport {
    violations = List.copyOf(violations);
    notEvaluated = List.copyOf(notEvaluated);
  }

  /** Whether the server took every row under every rule that it was asked about. */
  public boolean isClean() {
    return violations.isEmpty();
  }
}
