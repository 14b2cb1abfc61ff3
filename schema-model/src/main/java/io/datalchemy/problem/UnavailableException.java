package io.datalchemy.problem;

/**
 * A database or a storage cannot be reached or does not let us in. Exit code 4.
 *
 * <p>The message is complete and redacted: subject, rule, value, way out. A cause whose own text
 * may hold credentials (a driver's exception) must not be attached.
 */
public final class UnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UnavailableException(String message) {
    super(message);
  }

  public UnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
