package io.datalchemy.pipeline;

import io.datalchemy.resolve.ResolvedPlan;
import io.datalchemy.schema.DatabaseSchema;
import java.util.Objects;

/** The stages of truth of one run: what was found, what was asked, what was decided. */
public final class Documents {
  private final DatabaseSchema schema;
  private final byte[] plan;
  private final ResolvedPlan resolvedPlan;

  /**
   * The documents of a run.
   *
   * @param plan the plan document as it was given, byte for byte
   */
  public Documents(DatabaseSchema schema, byte[] plan, ResolvedPlan resolvedPlan) {
    this.schema = Objects.requireNonNull(schema, "schema");
    this.plan = plan.clone();
    this.resolvedPlan = Objects.requireNonNull(resolvedPlan, "resolvedPlan");
  }

  /** The schema that the plan was resolved against. */
  public DatabaseSchema schema() {
    return schema;
  }

  /** The plan document as it was given. */
  public byte[] plan() {
    return plan.clone();
  }

  /** What is generated. */
  public ResolvedPlan resolvedPlan() {
    return resolvedPlan;
  }
}
