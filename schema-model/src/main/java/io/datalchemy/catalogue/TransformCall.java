package io.datalchemy.catalogue;

import java.util.Objects;

/** A transform to apply to generated values, with its parameters. */
public record TransformCall(String id, Parameters params) {
  public TransformCall {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(params, "params");
  }
}
