package io.datalchemy.resolution;

import io.datalchemy.existing.ExistingTable;
import io.datalchemy.graph.ForeignKeyGraph;
import io.datalchemy.plan.GenerationPlan;
import io.datalchemy.problem.Problem;
import io.datalchemy.problem.Problems;
import io.datalchemy.resolution.key.ActiveKeys;
import io.datalchemy.resolution.key.ExistingPaths;
import io.datalchemy.resolution.key.KeyPaths;
import io.datalchemy.resolution.key.PathRequirements;
import io.datalchemy.resolution.key.Policies;
import io.datalchemy.resolution.key.RowCounts;
import io.datalchemy.resolution.key.RowLimit;
import io.datalchemy.resolve.ResolvedPlan;
import io.datalchemy.resolve.ResolvedTable;
import io.datalchemy.schema.TableId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Turns a plan into decisions: every column, key and constraint of every table, before the first
 * row. A pure function of plan, schema and catalogue.
 */
public final class PlanResolver {
  private final ResolutionRequest request;
  private final Map<TableId, RowLimit> limits = new TreeMap<>();

  private PlanResolver(ResolutionRequest request) {
    this.request = request;
  }

  /** Resolves a plan that has been validated; never fails, but may report errors. */
  public static Resolution resolve(ResolutionRequest request) {
    return new PlanResolver(request).resolve();
  }

  private Resolution resolve() {
    Policies policies = new Policies(request.plan());
    ActiveKeys keys = new ActiveKeys(request.schema(), policies, rowless());
    RowCounts counts =
        new RowCounts(request.plan(), request.schema(), keys::of, request.existing());
    Map<TableId, Long> rows = new TreeMap<>(counts.counts());
    // Lowering a table can leave too many rows in those that refer to it: again, until all fit.
    for (int pass = 0; ; pass++) {
      Attempt attempt = new Attempt(policies, keys, counts, rows);
      attempt.run();
      boolean mayLower = request.overfull() == ResolutionRequest.Overfull.LOWER;
      if (!mayLower || attempt.exceeded.isEmpty() || pass > request.schema().tableIds().count()) {
        attempt.refuseOverfull();
        return new Resolution(attempt.plan(), attempt.problems.all(), limits);
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
    private final Problems problems = new Problems();
    private final Map<TableId, RowLimit> exceeded = new LinkedHashMap<>();

    Attempt(Policies policies, ActiveKeys keys, RowCounts counts, Map<TableId, Long> rows) {
      this.counts = counts;
      // Over the whole schema, so that a table's rows do not depend on which others are generated.
      var activeKeys = keys.ofAll(request.schema().tableIds().toList());
      KeyPaths paths = new KeyPaths(request.schema(), activeKeys);
      PathRequirements requirements = new PathRequirements(activeKeys, paths).of(request.schema());
      run =
          new RunContext(
              request.plan(),
              request.schema(),
              request.catalogue(),
              policies,
              keys,
              paths,
              requirements,
              rows,
              request.existing(),
              new TreeMap<>());
      ExistingPaths existing = new ExistingPaths(request.existing(), activeKeys, paths);
      for (TableId table : run.generated()) {
        problems.addAll(requirements.problems(table));
        problems.addAll(existing.problems(table));
      }
    }

    void run() {
      if (problems.hasErrors()) {
        return;
      }
      TableResolver resolver = new TableResolver(run, problems);
      for (TableId table : order()) {
        TableResolver.Resolved resolved = resolver.resolve(table, reason(table));
        run.resolved().put(table, resolved.table());
        resolved.exceeded().ifPresent(limit -> exceeded.put(table, limit));
      }
    }

    private List<TableId> order() {
      return ForeignKeyGraph.of(request.schema()).order().stream()
          .filter(run.generated()::contains)
          .toList();
    }

    private String reason(TableId table) {
      RowLimit limit = limits.get(table);
      String asked =
          counts.isAsked(table)
              ? "a target of the plan"
              : "needed by the foreign keys of other tables";
      return limit == null ? asked : asked + "; lowered to " + limit.reason();
    }

    void refuseOverfull() {
      exceeded.forEach(
          (table, limit) ->
              problems.add(
                  Problem.error(
                          "value_space_too_small",
                          path(table),
                          table
                              + ": "
                              + limit.constraint()
                              + " allows "
                              + limit.maxRows()
                              + " rows at most ("
                              + limit.reason()
                              + "), asked were "
                              + run.rows().get(table))
                      .withHint(wayOut(limit))));
    }

    private static String wayOut(RowLimit limit) {
      return limit.maxRows() == 0
          ? "ask for more rows of the tables that it refers to, or leave the table out"
          : "set its rows to " + limit.maxRows() + " or fewer";
    }

    private String path(TableId table) {
      List<GenerationPlan.Target> targets = request.plan().targets();
      for (int i = 0; i < targets.size(); i++) {
        if (targets.get(i).id().equals(table)) {
          return "/targets/" + i + "/rows";
        }
      }
      return "";
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
          problems.warnings());
    }
  }
}
