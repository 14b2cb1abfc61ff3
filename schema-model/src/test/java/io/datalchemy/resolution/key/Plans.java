package io.datalchemy.resolution.key;

import io.datalchemy.plan.GenerationPlan;
import io.datalchemy.plan.GenerationPlan.SchemaRef;
import io.datalchemy.plan.GenerationPlan.Target;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/** Plans without rules, of tables of the schema {@code s}. */
final class Plans {
  private Plans() {}

  static Target target(String table, long rows) {
    return new Target("s", table, rows, Optional.empty(), Optional.empty(), Optional.empty());
  }

  static GenerationPlan of(List<Target> targets) {
    return new GenerationPlan(
        GenerationPlan.CURRENT_VERSION,
        BigInteger.ONE,
        new SchemaRef("0.3", Optional.empty(), "postgres"),
        Optional.empty(),
        targets,
        List.of(),
        List.of(),
        Optional.empty());
  }
}
