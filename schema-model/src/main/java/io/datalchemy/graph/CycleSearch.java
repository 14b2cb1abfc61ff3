package io.datalchemy.graph;

import io.datalchemy.schema.Column;
import io.datalchemy.schema.Constraint.ForeignKey;
import io.datalchemy.schema.Constraint.MatchType;
import io.datalchemy.schema.Table;
import io.datalchemy.schema.TableId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jgrapht.Graph;
import org.jgrapht.alg.connectivity.KosarajuStrongConnectivityInspector;
import org.jgrapht.graph.AsSubgraph;

/** Finds the cycles of a graph, and in each the fewest, best keys to break it at. */
final class CycleSearch {
  private final Map<TableId, Table> tables;
  private final List<Cycle> cycles = new ArrayList<>();
  private final List<CycleBreak> breaks = new ArrayList<>();

  CycleSearch(Graph<TableId, Reference> graph, Map<TableId, Table> tables) {
    this.tables = tables;
    for (Set<TableId> component : components(graph)) {
      cycles.add(new Cycle(List.copyOf(component)));
      breakUp(new AsSubgraph<>(graph, component));
    }
    breaks.sort(Comparator.comparing(CycleBreak::reference));
  }

  List<Cycle> cycles() {
    return List.copyOf(cycles);
  }

  List<CycleBreak> breaks() {
    return List.copyOf(breaks);
  }

  /** Takes one key after the other out of a component until nothing of it is circular. */
  private void breakUp(Graph<TableId, Reference> component) {
    CycleBreak best =
        component.edgeSet().stream()
            .map(edge -> new CycleBreak(edge, reason(edge)))
            .min(
                Comparator.comparing(CycleBreak::reason)
                    .thenComparing(candidate -> circularWithout(component, candidate.reference()))
                    .thenComparing(CycleBreak::reference))
            .orElseThrow();
    breaks.add(best);
    Graph<TableId, Reference> rest = without(component, best.reference());
    for (Set<TableId> circular : components(rest)) {
      breakUp(new AsSubgraph<>(rest, circular));
    }
  }

  private static int circularWithout(Graph<TableId, Reference> graph, Reference edge) {
    return components(without(graph, edge)).stream().mapToInt(Set::size).sum();
  }

  private static Graph<TableId, Reference> without(
      Graph<TableId, Reference> graph, Reference edge) {
    Graph<TableId, Reference> rest = new AsSubgraph<>(graph);
    rest.removeEdge(edge);
    return rest;
  }

  /** The strongly connected components of two tables or more, by their first table. */
  private static List<Set<TableId>> components(Graph<TableId, Reference> graph) {
    return new KosarajuStrongConnectivityInspector<>(graph)
        .stronglyConnectedSets().stream()
            .filter(component -> component.size() > 1)
            .<Set<TableId>>map(TreeSet::new)
            .sorted(Comparator.comparing(component -> component.iterator().next()))
            .toList();
  }

  private CycleBreak.Reason reason(Reference edge) {
    if (mayBeNull(edge)) {
      return CycleBreak.Reason.NULLABLE;
    }
    return edge.foreignKey().isDeferrable() ? CycleBreak.Reason.DEFERRABLE : CycleBreak.Reason.NONE;
  }

  /** Whether a row may have no parent: one NULL is enough, but MATCH FULL wants all of them. */
  private boolean mayBeNull(Reference edge) {
    Table child = tables.get(edge.child());
    ForeignKey key = edge.foreignKey();
    Predicate<String> isNullable =
        name -> child.column(name).filter(Column::isNullable).isPresent();
    return key.matchType() == MatchType.FULL
        ? key.columns().stream().allMatch(isNullable)
        : key.columns().stream().anyMatch(isNullable);
  }
}
