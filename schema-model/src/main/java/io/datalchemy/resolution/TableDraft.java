package io.datalchemy.resolution;

import io.datalchemy.plan.Pick;
import io.datalchemy.resolution.condition.TableCondition;
import io.datalchemy.resolution.key.Candidates;
import io.datalchemy.resolution.key.KeyPlan;
import io.datalchemy.resolution.key.TableFacts;
import io.datalchemy.resolve.ConstraintOutcome;
import io.datalchemy.schema.Constraint.ForeignKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
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

  /** The rows of their parents that the foreign keys may pick. */
  final Candidates candidates;

  KeyPlan keys = new KeyPlan();

  /** The foreign keys whose picks depend on each other. */
  final Set<ForeignKey> differing = new LinkedHashSet<>();

  TableDraft(RunContext run, TableFacts facts) {
    this.run = run;
    this.facts = facts;
    this.candidates = new Candidates(run.rows());
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
        .filter(key -> !keys.decides(key) || isDecidedForItselfOnly(key))
        .filter(key -> !keys.neverNull().contains(column));
  }

  /** Whether unique keys decide the parents, and no other key's parents follow from them. */
  private boolean isDecidedForItselfOnly(ForeignKey key) {
    return keys.parentDigits().containsKey(key) || keys.distinctWithinGroup().contains(key);
  }

  /**
   * The foreign key of a column, if a row may pick another parent by it: nothing but this row
   * depends on the pick.
   */
  Optional<ForeignKey> redrawableKey(String column) {
    List<ForeignKey> using =
        facts.keys().stream().filter(k -> k.columns().contains(column)).toList();
    return using.size() == 1
        ? using.stream().filter(this::isRedrawable).findFirst()
        : Optional.empty();
  }

  private boolean isRedrawable(ForeignKey key) {
    boolean isAlone =
        key.columns().stream()
            .allMatch(c -> facts.keys().stream().filter(k -> k.columns().contains(c)).count() == 1);
    boolean isReferenced = key.columns().stream().anyMatch(c -> run.isReferenced(facts.id(), c));
    return isAlone
        && !isReferenced
        && !run.auxiliary().follows(facts.id(), key)
        && !facts.isSelfReference(key)
        && !keys.oneToOne().contains(key)
        && !keys.distinctWithinGroup().contains(key)
        && !keys.parentDigits().containsKey(key)
        && !isCountedOut(key)
        && !differing.contains(key)
        && keys.group().filter(key::equals).isEmpty();
  }

  /** Whether the plan gives each parent its number of rows. */
  private boolean isCountedOut(ForeignKey key) {
    Optional<Pick.Kind> asked = run.picks().of(facts.id(), key).pick().map(Pick::kind);
    return asked.filter(k -> k == Pick.Kind.PER_PARENT || k == Pick.Kind.ONE_TO_ONE).isPresent();
  }

  /** Whether the column's values grow with the row's number. */
  boolean ascends(String column) {
    return isCounter(column)
        && decisions.get(column).call().params().integer("step").orElse(1L) > 0;
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
