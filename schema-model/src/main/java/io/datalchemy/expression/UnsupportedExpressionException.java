package io.datalchemy.expression;

/** A part of an expression is beyond this model; the message is the reason, for people. */
public final class UnsupportedExpressionException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** With the reason. */
  public UnsupportedExpressionException(String message) {
    super(message);
  }
}
