package io.datalchemy.propose;

import io.datalchemy.plan.GenerationPlan;
import java.util.List;
import java.util.Objects;

/**
 * A plan that runs as it is, and what its reader should know.
 *
 * @param notes one sentence each, for people
 */
public record Proposal(GenerationPlan plan, List<String> notes) {
  public Proposal {
    Objects.requireNonNull(plan, "plan");
    notes = List.copyOf(notes);
  }
}
