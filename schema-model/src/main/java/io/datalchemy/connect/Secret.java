package io.datalchemy.connect;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;

/** A text that is never shown: in messages, logs and JSON it is three stars. */
public final class Secret {
  /** What stands in the place of a secret. */
  static final String MASK = "***";

  private final String value;

  private Secret(String value) {
    this.value = Objects.requireNonNull(value, "value");
  }

  /** Keeps a text secret. */
  static Secret of(String value) {
    return new Secret(value);
  }

  /** The text itself: for the driver only. */
  String reveal() {
    return value;
  }

  boolean isEmpty() {
    return value.isEmpty();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Secret secret && secret.value.equals(value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @JsonValue
  @Override
  public String toString() {
    return MASK;
  }
}
