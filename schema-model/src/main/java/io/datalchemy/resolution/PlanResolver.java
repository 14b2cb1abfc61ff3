package io.datalchemy.resolution;

import io.datalchemy.existing.ExistingTable;
import io.datalchemy.graph.ForeignKeyGraph;
import io.datalchemy.plan.Rule.ConstraintKind;
import io.datalchemy.plan.Rule.PolicyMode;
import io.datalchemy.plan.derivation.AuxiliaryColumns;
import io.datalchemy.plan.derivation.ChildNumbers;
import io.datalchemy.plan.derivation.RollUps;
import io.datalchemy.plan.key.DeclaredKeys;
import io.datalchemy.problem.Problem;
import io.datalchemy.problem.Problems;
import io.datalchemy.problem.Severity;
import io.datalchemy.resolution.derived.DependencyCycles;
import io.datalchemy.resolution.derived.ParentValueFit;
import io.datalchemy.resolution.derived.RollUpChecks;
import io.datalchemy.resolution.injection.InjectionPlanner;
import io.datalchemy.resolution.key.ActiveKeys;
import io.datalchemy.resolution.key.ExistingPaths;
import io.datalchemy.resolution.key.KeyPaths;
import io.datalchemy.resolution.key.PathRequirements;
import io.datalchemy.resolution.key.Policies;
import io.datalchemy.resolution.key.RowCounts;
import io.datalchemy.resolution.key.RowLimit;
import io.datalchemy.resolution.pick.AskedPicks;
import io.datalchemy.resolution.pick.ImpossibleCycles;
import io.datalchemy.resolve.ResolvedInjection;
import io.datalchemy.resolve.ResolvedPlan;
import io.datalchemy.resolve.ResolvedTable;
import io.datalchemy.schema.ColumnId;
import io.datalchemy.schema.Constraint.ForeignKey;
import io.datalchemy.schema.TableId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Turns a plan into decisions: every column, key and constraint of every table, before the first
 * row. A pure function of plan, schema and catalogue.
 */
public final class PlanResolver {
  private final ResolutionRequest request;

  /** All tables, parents before children. */
  private final List<TableId> order;

  private final SortedMap<TableId, RowLimit> limits = new TreeMap<>();
  private final SortedMap<TableId, List<Problem>> leftOut = new TreeMap<>();

  private PlanResolver(ResolutionRequest request) {
    this.request = request;
    this.order = ForeignKeyGraph.of(request.schema()).order();
  }

  /** Resolves a plan that has been validated; never fails, but may report errors. */
  public static Resolution resolve(ResolutionRequest request) {
    ResolutionRequest declared =
        new ResolutionRequest(
            DeclaredKeys.withTypeRules(request.plan()),
            DeclaredKeys.in(request.schema(), request.plan()),
            request.catalogue(),
            request.existing(),
            request.overfull(),
            request.impossible());
    return withInjections(new PlanResolver(declared).resolve(), declared);
  }

  /** Adds the rows to be broken on purpose, once everything else is known to be possible. */
  private static Resolution withInjections(Resolution resolution, ResolutionRequest request) {
    if (resolution.problems().stream().anyMatch(Problem::isError)) {
      return resolution;
    }
    Problems found = new Problems();
    found.addAll(resolution.problems());
    List<ResolvedInjection> injections =
        InjectionPlanner.plan(request.plan(), request.schema(), resolution.plan(), found);
    return new Resolution(
        resolution.plan().withInjections(injections),
        found.all(),
        resolution.limits(),
        resolution.leftOut());
  }

  private Resolution resolve() {
    Attempt first = attempt();
    Attempt last = first;
    // One table's error can hide another's: again without it, until none is left.
    while (last.problems.hasErrors()) {
      leftOut.putAll(last.errors);
      last = attempt();
    }
    if (request.impossible() == ResolutionRequest.Impossible.LEAVE_OUT) {
      return new Resolution(last.plan(), last.problems.all(), limits, leftOut);
    }
    return new Resolution(first.plan(), whole(first.problems.all()), limits, new TreeMap<>());
  }

  /** The problems of the first attempt, and those that came to light when their tables were out. */
  private List<Problem> whole(List<Problem> first) {
    Set<Problem> all = new LinkedHashSet<>(first);
    for (List<Problem> errors : leftOut.values()) {
      errors.stream()
          .filter(error -> !error.code().equals(ActiveKeys.PARENT_LEFT_OUT))
          .forEach(all::add);
    }
    return List.copyOf(all);
  }

  /** Resolves all tables but those left out, lowered to what they can hold if that is asked for. */
  private Attempt attempt() {
    Policies policies = new Policies(request.plan());
    ActiveKeys keys = new ActiveKeys(request.schema(), policies, leftOut.keySet(), rowless());
    RowCounts counts =
        new RowCounts(
            request.plan(),
            request.schema(),
            keys::of,
            new RowCounts.Apart(leftOut.keySet(), request.existing()));
    Map<TableId, Long> rows = new TreeMap<>(counts.counts());
    limits.clear();
    // Lowering a table can leave too many rows in those that refer to it: again, until all fit.
    for (int pass = 0; ; pass++) {
      Attempt attempt = new Attempt(policies, keys, counts, rows);
      attempt.run();
      boolean mayLower = request.overfull() == ResolutionRequest.Overfull.LOWER;
      if (!mayLower || attempt.exceeded.isEmpty() || pass > request.schema().tableIds().count()) {
        attempt.refuseOverfull();
        attempt.tellLeftOut();
        return attempt;
      }
      attempt.exceeded.forEach(
          (table, limit) -> {
            limits.put(table, limit);
            rows.put(table, limit.maxRows());
          });
    }
  }

  /** The tables that stay and have no rows to refer to. */
  private Set<TableId> rowless() {
    return request.existing().tables().stream()
        .filter(table -> table.rows() == 0)
        .map(ExistingTable::id)
        .collect(Collectors.toSet());
  }

  /** One pass over all tables with given row counts. */
  private final class Attempt {
    private final RunContext run;
    private final RowCounts counts;
    private final TargetPlaces places;
    private final Problems problems = new Problems();
    private final Map<TableId, RowLimit> exceeded = new LinkedHashMap<>();
    private final Map<TableId, List<Problem>> errors = new TreeMap<>();

    Attempt(Policies policies, ActiveKeys keys, RowCounts counts, Map<TableId, Long> rows) {
      this.counts = counts;
      this.places = new TargetPlaces(request.plan(), keys::of);
      // Over the whole schema, so that a table's rows do not depend on which others are generated.
      var activeKeys = keys.ofAll(request.schema().tableIds().toList());
      activeKeys.replaceAll((table, ofTable) -> withoutPolymorphic(table, ofTable));
      KeyPaths paths = new KeyPaths(request.schema(), activeKeys);
      RollUps rollUps = RollUps.of(request.plan(), t -> activeKeys.getOrDefault(t, List.of()));
      ChildNumbers childNumbers =
          ChildNumbers.of(request.plan(), t -> activeKeys.getOrDefault(t, List.of()));
      PathRequirements requirements =
          new PathRequirements(activeKeys, paths)
              .of(request.schema())
              .and(rollUps)
              .and(childNumbers);
      run =
          new RunContext(
              request.plan(),
              new ColumnRules(request.plan()),
              request.schema(),
              request.catalogue(),
              policies,
              keys,
              paths,
              requirements,
              AuxiliaryColumns.of(
                  request.plan(), request.schema(), t -> activeKeys.getOrDefault(t, List.of())),
              rollUps,
              childNumbers,
              new AskedPicks(request.plan(), keys::of),
              rows,
              request.existing(),
              new TreeMap<>());
      ExistingPaths existing = new ExistingPaths(request.existing(), activeKeys, paths);
      for (TableId table : run.generated()) {
        add(table, requirements.problems(table));
        add(table, existing.problems(table));
      }
      ImpossibleCycles.among(
              new LinkedHashSet<>(run.generated()),
              request.schema(),
              keys::of,
              table -> policies.mode(table, ConstraintKind.FOREIGN_KEY) == PolicyMode.ENFORCE)
          .forEach((table, problem) -> add(table, List.of(problem)));
    }

    void run() {
      if (problems.hasErrors()) {
        return;
      }
      for (TableId table : order()) {
        Problems found = new Problems();
        TableResolver.Resolved resolved =
            new TableResolver(run, found).resolve(table, reason(table));
        add(table, found.all());
        run.resolved().put(table, resolved.table());
        resolved.exceeded().ifPresent(limit -> exceeded.put(table, limit));
      }
      checkDerived();
    }

    private void checkDerived() {
      RollUpChecks checks = new RollUpChecks(run.resolved(), run.catalogue());
      ParentValueFit fit = new ParentValueFit(run.resolved(), run.catalogue());
      for (ResolvedTable table : run.resolved().values()) {
        table.columns().stream()
            .forEach(
                column ->
                    checks
                        .problem(table, column)
                        .or(() -> fit.problem(table, column))
                        .map(problem -> at(new ColumnId(table.id(), column.name()), problem))
                        .ifPresent(problem -> add(table.id(), List.of(problem))));
      }
      new DependencyCycles(run.resolved().values(), run.catalogue())
          .cycles()
          .forEach(cycle -> add(cycle.get(0).table(), List.of(circle(cycle))));
    }

    private Problem at(ColumnId column, Problem problem) {
      return new Problem(
          problem.severity(),
          problem.code(),
          run.rulePath(column),
          problem.message(),
          problem.hint());
    }

    private Problem circle(List<ColumnId> cycle) {
      String path =
          cycle.stream().map(run::rulePath).filter(p -> !p.isEmpty()).findFirst().orElse("");
      String words = cycle.stream().map(ColumnId::toString).collect(Collectors.joining(" → "));
      return Problem.error(
              "derive_cycle", path, words + ": must not be derived from each other in a circle")
          .withHint("give one of them a generator that reads none of the others");
    }

    private List<ForeignKey> withoutPolymorphic(TableId table, List<ForeignKey> keys) {
      return keys.stream()
          .filter(key -> !DeclaredKeys.isPolymorphic(request.plan(), table, key))
          .toList();
    }

    private List<TableId> order() {
      return order.stream().filter(run::isGenerated).toList();
    }

    private String reason(TableId table) {
      RowLimit limit = limits.get(table);
      String asked =
          counts.isAsked(table)
              ? "a target of the plan"
              : "needed by the foreign keys of other tables";
      return limit == null ? asked : asked + "; lowered to " + limit.reason();
    }

    /** Adds what is wrong with one table. */
    private void add(TableId table, List<Problem> found) {
      List<Problem> placed = found.stream().map(p -> places.placed(p, table)).toList();
      problems.addAll(placed);
      List<Problem> wrong = placed.stream().filter(Problem::isError).toList();
      if (!wrong.isEmpty()) {
        errors.computeIfAbsent(table, t -> new ArrayList<>()).addAll(wrong);
      }
    }

    void refuseOverfull() {
      exceeded.forEach((table, limit) -> add(table, List.of(overfull(table, limit))));
    }

    private Problem overfull(TableId table, RowLimit limit) {
      String message =
          table
              + ": "
              + limit.constraint()
              + " allows "
              + limit.maxRows()
              + " rows at most ("
              + limit.reason()
              + "), asked were "
              + run.rows().get(table);
      return Problem.error("value_space_too_small", places.ofRows(table), message)
          .withHint(wayOut(limit));
    }

    void tellLeftOut() {
      leftOut.forEach(
          (table, reasons) ->
              reasons.forEach(
                  reason ->
                      problems.add(
                          new Problem(
                              Severity.WARNING,
                              Resolution.LEFT_OUT,
                              places.ofRows(table),
                              "left out: " + reason.message(),
                              reason.hint()))));
    }

    private static String wayOut(RowLimit limit) {
      return limit.maxRows() == 0
          ? "ask for more rows of the tables that it refers to, or leave the table out"
          : "set its rows to " + limit.maxRows() + " or fewer";
    }

    ResolvedPlan plan() {
      List<ResolvedTable> tables = new ArrayList<>();
      order().stream()
          .filter(run.resolved()::containsKey)
          .forEach(table -> tables.add(run.resolved().get(table)));
      return new ResolvedPlan(
          ResolvedPlan.CURRENT_VERSION,
          ResolvedPlan.GENERATION_FORMAT,
          request.plan().seed(),
          run.asOf(),
          request.plan().effectiveLocale(),
          request.plan().effectiveShardRows(),
          request.schema().schemaFingerprint(),
          tables,
          request.existing().tables(),
          problems.warnings(),
          List.of());
    }
  }
}
