package io.datalchemy.resolution;

import io.datalchemy.resolution.condition.TableCondition;
import io.datalchemy.resolution.key.KeyPlan;
import io.datalchemy.resolution.key.TableFacts;
import io.datalchemy.resolve.ConstraintOutcome;
import io.datalchemy.schema.Constraint.ForeignKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One table while it is being resolved: its decisions, conditions and keys, filled step by step.
 */
final class TableDraft {
  final RunContext run;
  final TableFacts facts;

  /** The columns that a generator fills, in table order; replaced as constraints narrow them. */
  final Map<String, ColumnDecision> decisions = new LinkedHashMap<>();

  /** The columns that no generator fills. */
  final Map<String, ColumnDecider.Fixed> fixed = new LinkedHashMap<>();

  /** The conditions that at least one free column can be chosen by. */
  final List<TableCondition> conditions = new ArrayList<>();

  /** What became of the constraints, in the order in which that was found out. */
  final List<ConstraintOutcome> outcomes = new ArrayList<>();

  KeyPlan keys = new KeyPlan();

  TableDraft(RunContext run, TableFacts facts) {
    this.run = run;
    this.facts = facts;
  }

  /**
   * Whether the column's value is settled before any shape is chosen: by a foreign key, a counter,
   * or its place within the parent.
   */
  boolean isSettled(String column) {
    if (facts.isForeign(column)) {
      return optionalKey(column).isEmpty();
    }
    return keys.ordinals().containsKey(column)
        || !decisions.containsKey(column)
        || isCounter(column);
  }

  /** The foreign key of a column, if rows may go without its parent as a shape demands. */
  Optional<ForeignKey> optionalKey(String column) {
    return facts
        .optionalKey(column)
        .filter(key -> !keys.decides(key) || keys.parentDigits().containsKey(key))
        .filter(key -> !keys.neverNull().contains(column));
  }

  boolean isCounter(String column) {
    ColumnDecision decision = decisions.get(column);
    return decision != null
        && decision.call().id().equals("primitive.int.sequence_hint")
        && decision.transforms().isEmpty()
        && !decision.call().params().has("max")
        && decision.call().params().integer("step").orElse(1L) != 0;
  }

  /** The free columns among some. */
  List<String> free(Set<String> columns) {
    return columns.stream().filter(column -> !isSettled(column)).toList();
  }
}
