package io.datalchemy.propose.directive;

/**
 * A comment holds a directive that cannot be read; the message says why, and the hint what to do.
 */
final class InvalidDirectiveException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String hint;

  InvalidDirectiveException(String message, String hint) {
    super(message);
    this.hint = hint;
  }

  String hint() {
    return hint;
  }
}
