package io.datalchemy.load;

import java.util.Objects;

/** The database refused rows of a load, so that nothing was loaded. Exit code 3. */
public final class LoadRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Violation violation;

  LoadRefusedException(Violation violation) {
    super(violation + "; nothing was loaded");
    this.violation = Objects.requireNonNull(violation, "violation");
  }

  /** The first rule that the rows broke. */
  public Violation violation() {
    return violation;
  }
}
