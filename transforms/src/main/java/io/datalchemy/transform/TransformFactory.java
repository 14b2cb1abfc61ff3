package io.datalchemy.transform;

import io.datalchemy.catalogue.TransformDeclaration;
import io.datalchemy.generator.GeneratorRequest;

/** One transform id: what it declares, and how a call of it becomes a transform. */
public interface TransformFactory {
  /** What the transform says of itself. */
  TransformDeclaration declaration();

  /**
   * Makes the transform for a column.
   *
   * @throws IllegalArgumentException if the parameters make no sense together or for the column's
   *     type; the message names parameter, rule and value
   */
  ValueTransform create(GeneratorRequest request);
}
