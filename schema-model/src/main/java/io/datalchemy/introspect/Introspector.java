package io.datalchemy.introspect;

import io.datalchemy.connect.ConnectionSettings;

/** Introspection of any database: the adapter of its engine does the work. */
public final class Introspector {
  private Introspector() {}

  /**
   * Reads a database's schema in one read-only transaction.
   *
   * @throws io.datalchemy.problem.UnavailableException if the server cannot be reached, refuses, or
   *     goes away
   * @throws io.datalchemy.problem.InvalidInputException if a schema asked for does not exist, or if
   *     something could not be captured and the options are strict
   */
  public static Introspection introspect(
      ConnectionSettings settings, IntrospectionOptions options) {
    return SchemaAdapter.of(settings.engine()).introspect(settings, options);
  }
}
