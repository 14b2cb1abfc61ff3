package io.datalchemy.pipeline;

/** The run failed for a reason of its own, not its input's and not the disk's. Exit code 1. */
public final class GenerationFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public GenerationFailedException(String message, Throwable cause) {
    super(message, cause);
  }
}
