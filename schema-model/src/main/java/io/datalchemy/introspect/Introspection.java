package io.datalchemy.introspect;

import io.datalchemy.problem.Problem;
import io.datalchemy.schema.DatabaseSchema;
import java.util.List;
import java.util.Objects;

/**
 * A schema as found, with its fingerprint.
 *
 * @param warnings what could not be captured, or is captured but not obeyed by generated rows
 */
public record Introspection(DatabaseSchema schema, List<Problem> warnings) {
  public Introspection {
    Objects.requireNonNull(schema, "schema");
    warnings = List.copyOf(warnings);
  }
}
