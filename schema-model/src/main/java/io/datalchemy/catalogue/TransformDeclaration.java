package io.datalchemy.catalogue;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What a transform says of itself: its name and its parameters. */
public record TransformDeclaration(
    String id, String summary, List<ParameterDeclaration> parameters, int outputVersion) {
  public TransformDeclaration {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(summary, "summary");
    parameters = List.copyOf(parameters);
  }

  /** The parameter of that name, if it takes one. */
  public Optional<ParameterDeclaration> parameter(String name) {
    return parameters.stream().filter(p -> p.name().equals(name)).findFirst();
  }
}
