package io.datalchemy.schema.type;

import java.util.Objects;

/** A type's name within the database, exactly as the catalogue spells it. */
public record TypeId(String schema, String name) {
  public TypeId {
    Objects.requireNonNull(schema, "schema");
    Objects.requireNonNull(name, "name");
  }

  /** The name for people, {@code schema.name}; not for SQL. */
  @Override
  public String toString() {
    return schema + "." + name;
  }
}
