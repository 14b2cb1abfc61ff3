package io.datalchemy.pipeline;

import io.datalchemy.beam.keys.KeyFileForeignContext;
import io.datalchemy.existing.ExistingTable;
import io.datalchemy.foreign.ForeignContext;
import io.datalchemy.resolve.ResolvedPlan;
import io.datalchemy.row.ComputedForeignContext;
import io.datalchemy.row.TablePrograms;
import io.datalchemy.run.KeyFolder;
import io.datalchemy.schema.DatabaseSchema;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The stages of truth of one run: what was found, what was asked, what was decided. */
public final class Documents {
  private final DatabaseSchema schema;
  private final byte[] plan;
  private final ResolvedPlan resolvedPlan;
  private final Optional<KeyFolder> keys;

  /**
   * The documents of a run.
   *
   * @param plan the plan document as it was given, byte for byte
   */
  public Documents(DatabaseSchema schema, byte[] plan, ResolvedPlan resolvedPlan) {
    this(schema, plan, resolvedPlan, Optional.empty());
  }

  /** The same with the keys of the tables whose rows stay, if the plan has such. */
  public Documents(
      DatabaseSchema schema, byte[] plan, ResolvedPlan resolvedPlan, Optional<KeyFolder> keys) {
    this.schema = Objects.requireNonNull(schema, "schema");
    this.plan = plan.clone();
    this.resolvedPlan = Objects.requireNonNull(resolvedPlan, "resolvedPlan");
    this.keys = Objects.requireNonNull(keys, "keys");
    if (keys.isEmpty() && !resolvedPlan.existing().isEmpty()) {
      throw new IllegalArgumentException("keys: must be given for a plan in which rows stay");
    }
  }

  /** The schema that the plan was resolved against. */
  public DatabaseSchema schema() {
    return schema;
  }

  /** The plan document as it was given. */
  public byte[] plan() {
    return plan.clone();
  }

  /** Where the keys of the rows that stay are. */
  Optional<KeyFolder> keys() {
    return keys;
  }

  /** The parents' values: of the rows that stay from their files, of all others computed. */
  public ForeignContext parents(TablePrograms programs) {
    return parents(programs, keys);
  }

  /** The same for a plan that is not run yet. */
  public static ForeignContext parents(TablePrograms programs, Optional<KeyFolder> keys) {
    List<ExistingTable> existing = programs.plan().existing();
    if (keys.isEmpty() || existing.isEmpty()) {
      return new ComputedForeignContext(programs);
    }
    return new ComputedForeignContext(
        programs, new KeyFileForeignContext(keys.get().path(), existing));
  }

  /** What is generated. */
  public ResolvedPlan resolvedPlan() {
    return resolvedPlan;
  }
}
