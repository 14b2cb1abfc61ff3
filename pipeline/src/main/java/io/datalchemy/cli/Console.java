package io.datalchemy.cli;

import io.datalchemy.problem.Problem;
import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;

/**
 * Where a command speaks: results on standard output, words for people on standard error.
 *
 * @param quiet say nothing but results and problems
 */
record Console(PrintWriter out, PrintWriter err, boolean quiet) {
  Console {
    Objects.requireNonNull(out, "out");
    Objects.requireNonNull(err, "err");
  }

  /** A line of the result. */
  void result(Object line) {
    out.print(line + "\n");
    out.flush();
  }

  /** A document as the result, byte for byte. */
  void document(byte[] document) {
    out.print(new String(document, java.nio.charset.StandardCharsets.UTF_8));
    out.flush();
  }

  /** A line for people. */
  void say(String line) {
    if (!quiet) {
      complain(line);
    }
  }

  /** A line that is told even when quiet. */
  void complain(String line) {
    err.print(line + "\n");
    err.flush();
  }

  /** Problems, one a line; warnings only if not quiet. */
  void problems(List<Problem> problems) {
    for (Problem problem : problems) {
      if (problem.isError()) {
        complain(problem.toString());
      } else {
        say(problem.toString());
      }
    }
  }
}
