package io.datalchemy.constraint;

import io.datalchemy.type.ValueType;
import java.util.Objects;
import java.util.Optional;

/** A column as the solver sees it. */
public record SolverColumn(String name, ValueType type, boolean notNull) {
  public SolverColumn {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(type, "type");
  }

  /** What the column's type holds, in words for people; empty if it has no limits. */
  public Optional<String> limits() {
    return TypeRange.words(type).map(words -> name + ": " + words);
  }

  /** The column with the widest type of the same family. */
  public SolverColumn widened() {
    return new SolverColumn(name, TypeRange.widest(type), notNull);
  }
}
