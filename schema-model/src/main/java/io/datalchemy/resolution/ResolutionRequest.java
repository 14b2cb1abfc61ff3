package io.datalchemy.resolution;

import io.datalchemy.catalogue.GeneratorCatalogue;
import io.datalchemy.plan.GenerationPlan;
import io.datalchemy.schema.DatabaseSchema;
import java.util.Objects;

/**
 * What is to be resolved.
 *
 * @param overfull what to do about a table with more rows than its constraints allow
 */
public record ResolutionRequest(
    GenerationPlan plan, DatabaseSchema schema, GeneratorCatalogue catalogue, Overfull overfull) {

  /** Refuse the plan, or lower the table to what is possible and say so. */
  public enum Overfull {
    REFUSE,
    LOWER
  }

  public ResolutionRequest {
    Objects.requireNonNull(plan, "plan");
    Objects.requireNonNull(schema, "schema");
    Objects.requireNonNull(catalogue, "catalogue");
    Objects.requireNonNull(overfull, "overfull");
  }
}
