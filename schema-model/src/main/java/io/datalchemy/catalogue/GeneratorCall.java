package io.datalchemy.catalogue;

import java.util.Objects;
import java.util.Optional;

/** A generator to use, with its parameters; {@code locale} overrides the plan's. */
public record GeneratorCall(String id, Optional<String> locale, Parameters params) {
  public GeneratorCall {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(locale, "locale");
    Objects.requireNonNull(params, "params");
  }

  /** A call without parameters. */
  public static GeneratorCall of(String id) {
    return new GeneratorCall(id, Optional.empty(), Parameters.none());
  }

  /** A call with parameters. */
  public static GeneratorCall of(String id, Parameters params) {
    return new GeneratorCall(id, Optional.empty(), params);
  }

  /** The same generator with other parameters. */
  public GeneratorCall withParams(Parameters other) {
    return new GeneratorCall(id, locale, other);
  }
}
