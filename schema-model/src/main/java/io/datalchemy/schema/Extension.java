package io.datalchemy.schema;

import java.util.Objects;

/** An installed extension and the schema that its objects live in. */
public record Extension(String name, String schema, String version) {
  public Extension {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(schema, "schema");
    Objects.requireNonNull(version, "version");
  }
}
