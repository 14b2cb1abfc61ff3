package io.datalchemy.resolution;

import io.datalchemy.constraint.SolvedGroup;
import io.datalchemy.problem.Problem;
import io.datalchemy.problem.Problems;
import io.datalchemy.resolution.condition.SelfReferenceCheck;
import io.datalchemy.resolution.condition.TableCondition;
import io.datalchemy.resolution.key.AncestorRows;
import io.datalchemy.resolution.key.KeyPaths;
import io.datalchemy.resolution.key.KeyPlan;
import io.datalchemy.resolution.key.ParentCounts;
import io.datalchemy.resolution.key.PickPlanner;
import io.datalchemy.resolution.key.RowLimit;
import io.datalchemy.resolution.key.TableFacts;
import io.datalchemy.resolution.record.RecordLeaders;
import io.datalchemy.resolve.ColumnSource;
import io.datalchemy.resolve.ConstraintOutcome;
import io.datalchemy.resolve.ConstraintOutcome.By;
import io.datalchemy.resolve.ResolvedForeignKey;
import io.datalchemy.resolve.ResolvedTable;
import io.datalchemy.resolve.ShapeGroup;
import io.datalchemy.schema.Column;
import io.datalchemy.schema.ColumnId;
import io.datalchemy.schema.Constraint.ForeignKey;
import io.datalchemy.schema.TableId;
import io.datalchemy.schema.type.Domain;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Resolves one table, step by step: what columns suggest, what single constraints narrow, what keys
 * need, how parents are picked, which shapes rows take.
 */
final class TableResolver {
  private final RunContext run;
  private final Problems problems;

  TableResolver(RunContext run, Problems problems) {
    this.run = run;
    this.problems = problems;
  }

  /** A resolved table, and the limit on its rows if it has more than that. */
  record Resolved(ResolvedTable table, Optional<RowLimit> exceeded) {}

  Resolved resolve(TableId id, String reason) {
    TableFacts facts =
        new TableFacts(
            id,
            run.schema().table(id).orElseThrow(),
            run.rows().get(id),
            run.keys(id),
            run.requirements().pathKey(id),
            run.requirements().isBalanced(id),
            notNullDomains(id));
    TableDraft draft = new TableDraft(run, facts);
    run.activeKeys().problems(id).forEach(problems::add);
    new KeyTypes(run, facts).problems().forEach(problems::add);
    new PolymorphicKeys(run, id).checkTypes(problems);
    draft.outcomes.addAll(run.activeKeys().outcomes(id));
    ColumnDecider decider = new ColumnDecider(run, facts, problems);
    decider.decide();
    draft.decisions.putAll(decider.decisions());
    draft.fixed.putAll(decider.fixed());
    new ReferencedNumbers(draft).count();

    ConditionReader reader = new ConditionReader(run, facts, problems);
    DifferingKeys differing = new DifferingKeys(draft);
    KeyRanges ranges = new KeyRanges(draft);
    OrderedPairs pairs = new OrderedPairs(draft);
    sortConditions(draft, reader, new KeyConditions(differing, ranges, pairs));
    ConstraintPlanner constraints = new ConstraintPlanner(draft, problems);
    List<SolvedGroup> groups = constraints.solve(List.of(), List.of());
    constraints.narrowSingles(groups);
    new RuleConflicts(draft, problems).tell();

    draft.keys = planKeys(draft, pairs);
    ranges.bound(problems);
    groupAsAsked(draft);
    draft.outcomes.addAll(draft.keys.outcomes());
    Map<ForeignKey, ForeignKey> different = differing.settle(reader);
    List<ShapeGroup> shapes = new ShapePlanner(draft, constraints, reader).plan();
    List<ResolvedForeignKey> foreignKeys = planPicks(draft, shapes, different);
    draft.outcomes.addAll(reader.outcomes());
    reportUnsupportedKeys(draft);
    ResolvedTable table =
        RecordLeaders.follow(
            new TableAssembler(draft, foreignKeys, shapes).assemble(reason),
            decider.records(),
            run.catalogue());
    return new Resolved(table, draft.keys.limit().filter(l -> l.maxRows() < facts.rows()));
  }

  /** What takes the conditions that say which parents rows may have. */
  private record KeyConditions(DifferingKeys differing, KeyRanges ranges, OrderedPairs pairs) {}

  private Set<String> notNullDomains(TableId id) {
    Set<String> columns = new LinkedHashSet<>();
    for (Column column : run.schema().table(id).orElseThrow().columns()) {
      if (!run.schema().domains(column.columnType()).allMatch(Domain::isNullable)) {
        columns.add(column.name());
      }
    }
    return columns;
  }

  private void sortConditions(TableDraft draft, ConditionReader reader, KeyConditions ofKeys) {
    ParentProof proof = new ParentProof(draft);
    PolymorphicKeys polymorphic = new PolymorphicKeys(run, draft.facts.id());
    List<TableCondition> conditions = reader.read();
    conditions.forEach(ofKeys.ranges()::read);
    for (TableCondition read : conditions) {
      TableCondition condition = polymorphic.withoutKeyColumns(read);
      if (polymorphic.isAboutKeys(condition)) {
        reader.unsupported(
            condition.name(), condition.kind(), "a polymorphic reference decides the key");
      } else if (SelfReferenceCheck.isBuiltIn(condition, draft.facts, draft::ascends)) {
        draft.outcomes.add(
            new ConstraintOutcome(
                condition.name(), condition.kind(), By.CONSTRUCTION, "parents come before"));
      } else if (proof.holds(condition)) {
        draft.outcomes.add(
            new ConstraintOutcome(
                condition.name(),
                condition.kind(),
                By.CONSTRUCTION,
                "the parent's values keep it"));
      } else if (ofKeys.ranges().holds(condition)) {
        draft.outcomes.add(
            new ConstraintOutcome(
                condition.name(), condition.kind(), By.CONSTRUCTION, "only parents that meet it"));
      } else if (!ofKeys.pairs().take(condition) && !ofKeys.differing().take(condition)) {
        sort(condition, draft, reader);
      }
    }
  }

  private static void sort(TableCondition condition, TableDraft draft, ConditionReader reader) {
    Set<String> columns = condition.expression().columns();
    boolean canBeMet =
        columns.isEmpty()
            || !draft.free(columns).isEmpty()
            || isOfCounters(draft, columns)
            || columns.stream().anyMatch(column -> draft.redrawableKey(column).isPresent());
    if (columns.isEmpty()) {
      draft.outcomes.add(
          new ConstraintOutcome(
              condition.name(), condition.kind(), By.CONSTRUCTION, "it is about no column"));
    }
    if (canBeMet && closesCircle(draft, columns)) {
      reader.unsupported(
          condition.name(),
          condition.kind(),
          "it ties what is summed up over children to what the children are made from");
    } else if (canBeMet) {
      draft.conditions.add(condition);
    } else {
      reader.unsupported(
          condition.name(),
          condition.kind(),
          "all of its columns are settled by keys or by the database");
    }
  }

  /** Whether a column would have to wait for children that themselves wait for it. */
  private static boolean closesCircle(TableDraft draft, Set<String> columns) {
    boolean isRolledUp =
        columns.stream()
            .map(draft.fixed::get)
            .anyMatch(fixed -> fixed != null && fixed.source() instanceof ColumnSource.RollUp);
    return isRolledUp
        && columns.stream()
            .filter(column -> !draft.fixed.containsKey(column))
            .anyMatch(c -> draft.run.auxiliary().isRead(new ColumnId(draft.facts.id(), c)));
  }

  private static boolean isOfCounters(TableDraft draft, Set<String> columns) {
    return !columns.isEmpty() && columns.stream().allMatch(draft::isCounter);
  }

  private KeyPlan planKeys(TableDraft draft, OrderedPairs pairs) {
    AncestorRows ancestors = new AncestorRows(run.resolved(), run.rows());
    ParentCounts parents =
        new ParentCounts(draft.candidates::count, key -> siblingsWithin(draft, key, ancestors));
    return new UniqueKeys(draft, parents, pairs, problems).plan();
  }

  /** Lays the children of a parent next to each other where the plan gives their number. */
  private void groupAsAsked(TableDraft draft) {
    TableFacts facts = draft.facts;
    facts.keys().stream()
        .filter(key -> run.picks().of(facts.id(), key).isPerParent())
        .filter(key -> run.picks().of(facts.id(), key).nullRate().orElse(0.0) == 0)
        .filter(key -> !facts.isSelfReference(key))
        .filter(key -> !draft.keys.oneToOne().contains(key))
        .filter(key -> run.paths().cluster(facts.id(), key).isEmpty())
        .findFirst()
        .ifPresent(draft.keys::groupUnlessGrouped);
  }

  private long siblingsWithin(TableDraft draft, ForeignKey key, AncestorRows ancestors) {
    return run.paths()
        .cluster(draft.facts.id(), key)
        .map(
            cluster ->
                ancestors.siblingsWithin(
                    key.referenced(),
                    run.paths()
                        .path(key.referenced(), KeyPaths.referenced(key, cluster.sharedColumns()))
                        .foreignKeys()))
        .orElseGet(() -> draft.candidates.count(key));
  }

  private List<ResolvedForeignKey> planPicks(
      TableDraft draft, List<ShapeGroup> shapes, Map<ForeignKey, ForeignKey> different) {
    Set<String> shaped = new LinkedHashSet<>();
    shapes.forEach(group -> shaped.addAll(group.columns()));
    List<Problem> refused = new ArrayList<>();
    List<ResolvedForeignKey> planned =
        new PickPlanner(
                draft.facts,
                draft.keys,
                run.paths(),
                new AncestorRows(run.resolved(), run.rows()),
                new PickPlanner.Picking(
                    draft.candidates,
                    run.nullRate(),
                    shaped,
                    different,
                    key -> run.picks().of(draft.facts.id(), key),
                    run.requirements().needsEachParent(draft.facts.id()),
                    refused))
            .plan();
    planned.addAll(new PolymorphicKeys(run, draft.facts.id()).foreignKeys(refused));
    problems.addAll(refused);
    planned.forEach(
        key ->
            draft.outcomes.add(
                new ConstraintOutcome(
                    key.name(), "foreign_key", By.CONSTRUCTION, "the key of a parent's row")));
    return planned;
  }

  private void reportUnsupportedKeys(TableDraft draft) {
    draft.keys.outcomes().stream()
        .filter(outcome -> outcome.by() == By.UNSUPPORTED)
        .forEach(
            outcome ->
                problems.add(
                    Problem.error(
                            "unsupported_constraint",
                            "",
                            draft.facts.id()
                                + ": "
                                + outcome.kind()
                                + " "
                                + outcome.name()
                                + " cannot be held: "
                                + outcome.detail())
                        .withHint("ignore it with a constraint_policy, or leave the table out")));
  }
}
