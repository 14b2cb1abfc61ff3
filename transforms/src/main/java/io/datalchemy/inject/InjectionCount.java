package io.datalchemy.inject;

import java.util.Objects;

/**
 * What became of the rows that were to be broken against one constraint.
 *
 * @param rate the share asked for
 * @param broken how many rows were broken
 * @param unbroken how many were chosen, but could not be broken alone
 */
public record InjectionCount(
    String constraint, String kind, double rate, long broken, long unbroken) {
  public InjectionCount {
    Objects.requireNonNull(constraint, "constraint");
    Objects.requireNonNull(kind, "kind");
  }

  /** The same over more rows. */
  public InjectionCount plus(InjectionCount more) {
    return new InjectionCount(
        constraint, kind, rate, broken + more.broken, unbroken + more.unbroken);
  }
}
