package io.datalchemy.pipeline.capture;

import io.datalchemy.beam.keys.KeyBlockBuilder.UnsupportedKeyException;
import io.datalchemy.connect.ConnectionSettings;
import io.datalchemy.problem.InvalidInputException;
import io.datalchemy.problem.Problem;
import io.datalchemy.problem.UnavailableException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Set;

/** What came out of a capture, in words that hold no key. */
final class CaptureFailure {
  private static final String READING = "reading keys";

  /** Classes of SQLSTATE whose messages speak of values. */
  private static final Set<String> ABOUT_VALUES = Set.of("21", "22", "23", "44");

  private CaptureFailure() {}

  static RuntimeException of(Throwable thrown, ConnectionSettings settings) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof InvalidInputException || cause instanceof UnavailableException) {
        return (RuntimeException) cause;
      } else if (cause instanceof UnsupportedKeyException unsupported) {
        return unsupported(unsupported.getMessage());
      } else if (cause instanceof SQLException exception) {
        return ofServer(exception, settings);
      } else if (cause instanceof IOException) {
        return new UnavailableException(
            "keys: cannot be written; free room or name another folder", cause);
      } else if (cause instanceof OutOfMemoryError) {
        return new UnavailableException(
            "keys: memory ran out; give Java more (-Xmx), or read fewer columns", cause);
      }
    }
    return new IllegalStateException("keys: could not be read", thrown);
  }

  private static RuntimeException ofServer(SQLException exception, ConnectionSettings settings) {
    String state = exception.getSQLState() == null ? "unknown" : exception.getSQLState();
    if (state.length() == 5 && ABOUT_VALUES.contains(state.substring(0, 2))) {
      return new UnavailableException(
          "database "
              + settings
              + " ("
              + READING
              + "): the server failed [SQLSTATE "
              + state
              + "]");
    }
    return settings.unavailable(exception, READING);
  }

  private static InvalidInputException unsupported(String column) {
    return new InvalidInputException(
        Problem.error(
                "unsupported_key_value",
                "",
                "column "
                    + column
                    + ": every key must be a value that can be held, one is not (numbers have 18"
                    + " digits at most and the column's decimals, dates the years 1 to 9999)")
            .withHint("generate the table instead of keeping its rows"));
  }
}
