package io.datalchemy.introspect;

import java.util.List;

/**
 * What to read, and whether anything may be missing.
 *
 * @param schemas the schemas to read; empty for all that are not the system's or an extension's
 * @param strict fail where something could not be captured, instead of warning
 */
public record IntrospectionOptions(List<String> schemas, boolean strict) {
  public IntrospectionOptions {
    schemas = List.copyOf(schemas);
  }

  /** All schemas, with warnings. */
  public static IntrospectionOptions all() {
    return new IntrospectionOptions(List.of(), false);
  }
}
