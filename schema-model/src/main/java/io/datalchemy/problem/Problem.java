package io.datalchemy.problem;

import java.util.Objects;
import java.util.Optional;

/**
 * One thing wrong with an input: where it is, which rule it breaks, and the way out.
 *
 * @param code stable, snake case, for programs
 * @param path a JSON pointer into the input ({@code /targets/3/rows}), or empty for the whole of it
 * @param message subject, rule and value, for people
 * @param hint what to do about it
 */
public record Problem(
    Severity severity, String code, String path, String message, Optional<String> hint) {
  public Problem {
    Objects.requireNonNull(severity, "severity");
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(message, "message");
    Objects.requireNonNull(hint, "hint");
  }

  /** A problem that stops the work. */
  public static Problem error(String code, String path, String message) {
    return new Problem(Severity.ERROR, code, path, message, Optional.empty());
  }

  /** A problem that is told and worked around. */
  public static Problem warning(String code, String path, String message) {
    return new Problem(Severity.WARNING, code, path, message, Optional.empty());
  }

  /** The same problem with the way out. */
  public Problem withHint(String wayOut) {
    return new Problem(severity, code, path, message, Optional.of(wayOut));
  }

  /** The same problem, told and worked around. */
  public Problem asWarning() {
    return new Problem(Severity.WARNING, code, path, message, hint);
  }

  /** Whether the problem stops the work. */
  public boolean isError() {
    return severity == Severity.ERROR;
  }

  /** One line for people: {@code error /targets/3/rows: … (code); way out}. */
  @Override
  public String toString() {
    String level = isError() ? "error" : "warning";
    String place = path.isEmpty() ? "" : " " + path;
    return level + place + ": " + message + " [" + code + "]" + hint.map(h -> "; " + h).orElse("");
  }
}
