package io.datalchemy.schema.code;

import java.util.Objects;
import java.util.Optional;

/**
 * A function that somebody created and that tables, types or views of the schema cannot do without.
 *
 * @param arguments what tells it from others of its name: {@code
 *     pg_get_function_identity_arguments}
 * @param result its result type; a procedure has none
 * @param definition the text of {@code pg_get_functiondef}, for SQL and PL/pgSQL alone: other
 *     languages need more than their text
 */
public record UserFunction(
    String schema,
    String name,
    String arguments,
    Optional<String> result,
    Kind kind,
    String language,
    Volatility volatility,
    Optional<String> definition) {

  /** What it is. */
  public enum Kind {
    FUNCTION,
    PROCEDURE,
    AGGREGATE,
    WINDOW
  }

  /** How far its result depends on its arguments alone. */
  public enum Volatility {
    IMMUTABLE,
    STABLE,
    VOLATILE
  }

  public UserFunction {
    Objects.requireNonNull(schema, "schema");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(arguments, "arguments");
    Objects.requireNonNull(result, "result");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(language, "language");
    Objects.requireNonNull(volatility, "volatility");
    Objects.requireNonNull(definition, "definition");
  }

  /** The name for people, {@code schema.name(arguments)}; not for SQL. */
  @Override
  public String toString() {
    return schema + "." + name + "(" + arguments + ")";
  }
}
