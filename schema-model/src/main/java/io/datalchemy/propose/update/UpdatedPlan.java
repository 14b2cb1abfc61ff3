package io.datalchemy.propose.update;

import io.datalchemy.plan.GenerationPlan;
import java.util.List;
import java.util.Objects;

/**
 * A plan brought to another schema.
 *
 * @param changes what became of its targets and rules, one sentence each, for people
 */
public record UpdatedPlan(GenerationPlan plan, List<String> changes) {
  public UpdatedPlan {
    Objects.requireNonNull(plan, "plan");
    changes = List.copyOf(changes);
  }
}
