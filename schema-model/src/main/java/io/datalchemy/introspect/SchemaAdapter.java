package io.datalchemy.introspect;

import io.datalchemy.connect.ConnectionSettings;
import io.datalchemy.problem.InvalidInputException;
import io.datalchemy.problem.Problem;
import io.datalchemy.schema.Engine;
import java.util.Locale;

/** How the schema of one kind of database is read. */
public interface SchemaAdapter {

  /** The adapter of an engine, as the connection's URL scheme names it. */
  static SchemaAdapter of(Engine engine) {
    return switch (engine) {
      case POSTGRES -> new PostgresAdapter();
      case SQLITE, MYSQL ->
          throw new InvalidInputException(
              Problem.error(
                      "unsupported_engine",
                      "",
                      "connection: the engine must be postgres, was "
                          + engine.name().toLowerCase(Locale.ROOT))
                  .withHint("use a PostgreSQL database"));
    };
  }

  /** Reads the schema; see {@link Introspector#introspect}. */
  Introspection introspect(ConnectionSettings settings, IntrospectionOptions options);
}
