package io.datalchemy.introspect;

import io.datalchemy.problem.Problem;
import io.datalchemy.problem.Problems;
import io.datalchemy.problem.Severity;
import java.util.List;
import java.util.Set;

/** In strict mode, what could not be captured is an error; the rest stays a warning. */
final class StrictMode {
  private static final Set<String> ERRORS =
      Set.of(
          "schema_not_usable",
          "function_not_captured",
          "foreign_server_not_captured",
          "cycle_not_breakable");

  private StrictMode() {}

  static List<Problem> apply(List<Problem> warnings, boolean strict) {
    if (!strict) {
      return warnings;
    }
    Problems problems = new Problems();
    problems.addAll(warnings.stream().map(StrictMode::judged).toList());
    problems.throwIfErrors();
    return warnings;
  }

  private static Problem judged(Problem warning) {
    return ERRORS.contains(warning.code())
        ? new Problem(
            Severity.ERROR, warning.code(), warning.path(), warning.message(), warning.hint())
        : warning;
  }
}
