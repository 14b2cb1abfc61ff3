package io.datalchemy.constraint;

import io.datalchemy.expression.Comparison;
import io.datalchemy.expression.Interval;
import java.math.BigDecimal;
import java.util.Objects;

/**
 * {@code left operator right + offset} between two columns of a row, neither of them NULL in the
 * shape. A date against a timestamp is compared at its midnight, in UTC. A time with an offset does
 * not go round at midnight: {@code right + offset} may be beyond the day.
 */
public record Ordering(String left, Comparison operator, String right, Offset offset) {

  /** What is added to the right side. */
  public sealed interface Offset {
    /** Nothing. */
    Offset NONE = new None();

    /** Nothing. */
    record None() implements Offset {}

    /** A number; days, where both columns are dates. */
    record Amount(BigDecimal value) implements Offset {
      public Amount {
        Objects.requireNonNull(value, "value");
      }
    }

    /** A span of time. */
    record Span(Interval value) implements Offset {
      public Span {
        Objects.requireNonNull(value, "value");
      }
    }
  }

  public Ordering {
    Objects.requireNonNull(left, "left");
    Objects.requireNonNull(operator, "operator");
    Objects.requireNonNull(right, "right");
    Objects.requireNonNull(offset, "offset");
  }

  /** An ordering without offset. */
  public static Ordering of(String left, Comparison operator, String right) {
    return new Ordering(left, operator, right, Offset.NONE);
  }

  /** Whether the two columns are compared as they are. */
  public boolean isPlain() {
    return offset instanceof Offset.None;
  }
}
