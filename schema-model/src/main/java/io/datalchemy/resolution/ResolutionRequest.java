package io.datalchemy.resolution;

import io.datalchemy.catalogue.GeneratorCatalogue;
import io.datalchemy.existing.ExistingKeys;
import io.datalchemy.plan.GenerationPlan;
import io.datalchemy.schema.DatabaseSchema;
import java.util.Objects;

/**
 * What is to be resolved.
 *
 * @param existing the keys that were read of rows which stay; the plan says which tables these are
 * @param overfull what to do about a table with more rows than its constraints allow
 */
public record ResolutionRequest(
    GenerationPlan plan,
    DatabaseSchema schema,
    GeneratorCatalogue catalogue,
    ExistingKeys existing,
    Overfull overfull) {

  /** Refuse the plan, or lower the table to what is possible and say so. */
  public enum Overfull {
    REFUSE,
    LOWER
  }

  public ResolutionRequest {
    Objects.requireNonNull(plan, "plan");
    Objects.requireNonNull(schema, "schema");
    Objects.requireNonNull(catalogue, "catalogue");
    existing = existing.only(plan.existingTables());
    Objects.requireNonNull(overfull, "overfull");
  }

  /** A request for a plan in which every table is generated. */
  public ResolutionRequest(
      GenerationPlan plan, DatabaseSchema schema, GeneratorCatalogue catalogue, Overfull overfull) {
    this(plan, schema, catalogue, ExistingKeys.none(), overfull);
  }
}
