package io.datalchemy.schema.type;

import java.util.List;
import java.util.Objects;

/** A composite type and its attributes in order. */
public record CompositeType(String schema, String name, List<Attribute> attributes) {
  /** One attribute of a composite type. */
  public record Attribute(String name, ColumnType columnType) {
    public Attribute {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(columnType, "columnType");
    }
  }

  public CompositeType {
    Objects.requireNonNull(schema, "schema");
    Objects.requireNonNull(name, "name");
    attributes = Lists.copy(attributes);
  }
}
