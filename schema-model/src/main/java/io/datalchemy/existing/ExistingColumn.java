package io.datalchemy.existing;

import io.datalchemy.type.ValueType;
import java.util.Objects;

/** One column of the rows that stay, and the type that its values are kept in. */
public record ExistingColumn(String name, ValueType type) {
  public ExistingColumn {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(type, "type");
  }
}
