package io.datalchemy.schema;

import java.util.Objects;
import java.util.Optional;

/** A range type that somebody created, and the type that it ranges over. */
public record RangeType(
    String schema, String name, ColumnType subtype, Optional<String> multirangeName) {
  public RangeType {
    Objects.requireNonNull(schema, "schema");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(subtype, "subtype");
    multirangeName = Lists.orEmpty(multirangeName);
  }
}
