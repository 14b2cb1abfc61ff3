package io.datalchemy.resolution.pick;

import io.datalchemy.graph.Cycle;
import io.datalchemy.graph.CycleBreak;
import io.datalchemy.graph.ForeignKeyGraph;
import io.datalchemy.graph.Reference;
import io.datalchemy.plan.key.DeclaredKeys;
import io.datalchemy.problem.Problem;
import io.datalchemy.schema.Constraint.ForeignKey;
import io.datalchemy.schema.DatabaseSchema;
import io.datalchemy.schema.Table;
import io.datalchemy.schema.TableId;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Circles of foreign keys that no order of loading satisfies, as none of the keys can wait: rows of
 * such tables cannot exist but for tricks that COPY does not know.
 */
public final class ImpossibleCycles {
  private ImpossibleCycles() {}

  /**
   * A problem for each circle among the tables of a run, at a table without which it is none.
   *
   * @param keysOf the foreign keys of a table that the run honours
   */
  public static SortedMap<TableId, Problem> among(
      Set<TableId> tables, DatabaseSchema schema, Function<TableId, List<ForeignKey>> keysOf) {
    if (ForeignKeyGraph.of(schema).breaks().stream().allMatch(CycleBreak::isLoadable)) {
      return new TreeMap<>();
    }
    DatabaseSchema honoured =
        DeclaredKeys.withoutKeys(
            schema,
            (id, key) ->
                schema.table(id).flatMap(Table::partitionOf).isEmpty()
                    && !(tables.contains(id) && keysOf.apply(id).contains(key)));
    ForeignKeyGraph graph = ForeignKeyGraph.of(honoured);
    SortedMap<TableId, Problem> problems = new TreeMap<>();
    for (Cycle cycle : graph.cycles()) {
      graph.breaks().stream()
          .filter(cut -> closes(cut, cycle) && tables.containsAll(cycle.tables()))
          .findFirst()
          .ifPresent(cut -> problems.put(cut.reference().child(), problem(cycle, graph)));
    }
    return problems;
  }

  private static boolean closes(CycleBreak cut, Cycle cycle) {
    return !cut.isLoadable() && cycle.tables().contains(cut.reference().child());
  }

  private static Problem problem(Cycle cycle, ForeignKeyGraph graph) {
    List<Reference> keys =
        graph.edges().stream()
            .filter(edge -> cycle.tables().contains(edge.child()))
            .filter(edge -> cycle.tables().contains(edge.parent()))
            .toList();
    String needed =
        graph.breaks().stream()
            .filter(cut -> closes(cut, cycle))
            .map(cut -> cut.reference().foreignKey().name() + " of " + cut.reference().child())
            .collect(Collectors.joining(", "));
    return Problem.error(
            "impossible_cycle",
            "",
            "tables "
                + cycle.tables()
                + ": refer to each other by keys that may be neither NULL nor deferred, so that no"
                + " order of loading satisfies them: "
                + keys.stream().map(Reference::toString).collect(Collectors.joining("; ")))
        .withHint(
            "make "
                + needed
                + " nullable or DEFERRABLE in the database, or disable it with a"
                + " foreign_key_strategy that names it");
  }
}
