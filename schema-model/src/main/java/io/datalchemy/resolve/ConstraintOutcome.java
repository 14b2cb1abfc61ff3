package io.datalchemy.resolve;

import java.util.Objects;

/**
 * What is done about one constraint.
 *
 * @param kind {@code primary_key}, {@code unique}, {@code unique_index}, {@code check}, {@code
 *     foreign_key}, {@code not_null}, {@code exclusion}, {@code domain}, {@code partition}
 */
public record ConstraintOutcome(String name, String kind, By by, String detail) {
  /** How a constraint is satisfied. */
  public enum By {
    /** No row can break it. */
    CONSTRUCTION,
    /** Rows are tested and drawn again. */
    REDRAW,
    /** The database sees to it. */
    DATABASE,
    /** The plan says not to try. */
    IGNORED,
    /** It is not understood: rows may break it. */
    UNSUPPORTED
  }

  public ConstraintOutcome {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(by, "by");
    Objects.requireNonNull(detail, "detail");
  }
}
