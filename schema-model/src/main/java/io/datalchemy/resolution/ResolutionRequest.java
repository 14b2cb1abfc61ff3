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
 * @param impossible what to do about a table that cannot be generated at all
 */
public record ResolutionRequest(
    GenerationPlan plan,
    DatabaseSchema schema,
    GeneratorCatalogue catalogue,
    ExistingKeys existing,
    Overfull overfull,
    Impossible impossible) {

  /** Refuse the plan, or lower the table to what is possible and say so. */
  public enum Overfull {
    REFUSE,
    LOWER
  }

  /** Refuse the plan, or leave out the table and those that need its rows, and say so. */
  public enum Impossible {
    REFUSE,
    LEAVE_OUT
  }

  public ResolutionRequest {
    Objects.requireNonNull(plan, "plan");
    Objects.requireNonNull(schema, "schema");
    Objects.requireNonNull(catalogue, "catalogue");
    existing = existing.only(plan.existingTables());
    Objects.requireNonNull(overfull, "overfull");
    Objects.requireNonNull(impossible, "impossible");
  }

  /** A request that refuses a plan with a table that cannot be generated. */
  public ResolutionRequest(
      GenerationPlan plan, DatabaseSchema schema, GeneratorCatalogue catalogue, Overfull overfull) {
    this(plan, schema, catalogue, ExistingKeys.none(), overfull, Impossible.REFUSE);
  }

  /** A request for every table that can be generated, with as many rows as it can hold. */
  public static ResolutionRequest keepGoing(
      GenerationPlan plan, DatabaseSchema schema, GeneratorCatalogue catalogue) {
    return new ResolutionRequest(
        plan, schema, catalogue, ExistingKeys.none(), Overfull.LOWER, Impossible.LEAVE_OUT);
  }

  /** The same for a plan in which some tables keep their rows. */
  public ResolutionRequest keeping(ExistingKeys keys) {
    return new ResolutionRequest(plan, schema, catalogue, keys, overfull, impossible);
  }
}
