package io.datalchemy.problem;

import java.util.ArrayList;
import java.util.List;

/** Collects every problem of an input, so that all are told at once. Not thread-safe. */
public final class Problems {
  private final List<Problem> found = new ArrayList<>();

  /** Adds one. */
  public void add(Problem problem) {
    found.add(problem);
  }

  /** Adds many. */
  public void addAll(List<Problem> problems) {
    found.addAll(problems);
  }

  /** Whether any of them stops the work. */
  public boolean hasErrors() {
    return found.stream().anyMatch(Problem::isError);
  }

  /** All of them, in the order found. */
  public List<Problem> all() {
    return List.copyOf(found);
  }

  /** Only those that are told and worked around. */
  public List<Problem> warnings() {
    return found.stream().filter(p -> !p.isError()).toList();
  }

  /**
   * Fails once with everything, if anything stops the work.
   *
   * @throws InvalidInputException if there is an error among the problems
   */
  public void throwIfErrors() {
    if (hasErrors()) {
      throw new InvalidInputException(all());
    }
  }
}
