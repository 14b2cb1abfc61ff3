package io.datalchemy.resolution;

import io.datalchemy.plan.GenerationPlan;
import io.datalchemy.plan.Rule;
import io.datalchemy.schema.ColumnId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A plan's rules on columns, by column; the first where there are several. */
final class ColumnRules {
  private final Map<ColumnId, Placed> rules = new LinkedHashMap<>();

  private record Placed(Rule.ColumnGenerator rule, String path) {}

  ColumnRules(GenerationPlan plan) {
    for (int i = 0; i < plan.rules().size(); i++) {
      if (plan.rules().get(i) instanceof Rule.ColumnGenerator rule) {
        rules.putIfAbsent(
            new ColumnId(rule.tableId(), rule.column()), new Placed(rule, "/rules/" + i));
      }
    }
  }

  Optional<Rule.ColumnGenerator> of(ColumnId column) {
    return Optional.ofNullable(rules.get(column)).map(Placed::rule);
  }

  /** Where the rule stands in the plan; empty if there is none. */
  String path(ColumnId column) {
    return Optional.ofNullable(rules.get(column)).map(Placed::path).orElse("");
  }
}
