package io.datalchemy.schema;

import io.datalchemy.schema.type.Lists;
import java.util.Objects;
import java.util.Optional;

/** A sequence that is no identity's; {@code ownedBy} is the serial column that it feeds. */
public record Sequence(
    String schema,
    String name,
    String dataType,
    IdentitySequence parameters,
    Optional<ColumnId> ownedBy) {
  public Sequence {
    Objects.requireNonNull(schema, "schema");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(dataType, "dataType");
    Objects.requireNonNull(parameters, "parameters");
    ownedBy = Lists.orEmpty(ownedBy);
  }
}
