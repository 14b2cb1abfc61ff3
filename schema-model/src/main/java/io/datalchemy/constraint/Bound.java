package io.datalchemy.constraint;

import java.util.Objects;

/**
 * The end of a range, as plain text in the column's type: {@code 10}, {@code 0.50}, {@code
 * 2020-01-31}, {@code 2020-01-31T08:00:00} (with {@code Z} for timestamptz), {@code 08:00:00}.
 *
 * @param inclusive whether the value itself is allowed
 */
public record Bound(String value, boolean inclusive) {
  public Bound {
    Objects.requireNonNull(value, "value");
  }
}
