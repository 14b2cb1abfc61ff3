package io.datalchemy.schema;

import java.util.Objects;

/** How the database computes a column that nobody may write. */
public record GeneratedColumn(Kind kind, String expression) {
  /** Whether the value is kept on disk or computed on read. */
  public enum Kind {
    STORED,
    VIRTUAL
  }

  public GeneratedColumn {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(expression, "expression");
  }
}
