package io.datalchemy.problem;

import java.util.List;
import java.util.stream.Collectors;

/** The input cannot be used: carries every problem found. Exit code 2. */
public final class InvalidInputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  public InvalidInputException(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  public InvalidInputException(Problem problem) {
    this(List.of(problem));
  }

  /** Every problem found, warnings included, in the order found. */
  public List<Problem> problems() {
    return problems;
  }
}
