package io.datalchemy.schema.type;

import java.util.List;
import java.util.Objects;

/** An enum type, its labels in enum order. */
public record EnumType(String schema, String name, List<String> labels) {
  public EnumType {
    Objects.requireNonNull(schema, "schema");
    Objects.requireNonNull(name, "name");
    labels = Lists.copy(labels);
  }
}
