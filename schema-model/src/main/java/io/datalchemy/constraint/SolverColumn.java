package io.datalchemy.constraint;

import io.datalchemy.type.ValueType;
import java.util.Objects;

/** A column as the solver sees it. */
public record SolverColumn(String name, ValueType type, boolean notNull) {
  public SolverColumn {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(type, "type");
  }
}
