package io.datalchemy.load;

import io.datalchemy.problem.InvalidInputException;
import io.datalchemy.problem.Problem;
import io.datalchemy.schema.Constraint;
import io.datalchemy.schema.DatabaseSchema;
import io.datalchemy.schema.PartitionOf;
import io.datalchemy.schema.Table;
import io.datalchemy.schema.TableId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jgrapht.alg.connectivity.KosarajuStrongConnectivityInspector;
import org.jgrapht.graph.DirectedPseudograph;
import org.jgrapht.traverse.TopologicalOrderIterator;

/**
 * The order in which tables can be filled: parents before children.
 *
 * <p>A deferrable key asks for no order, and neither does one from a table to itself, for a COPY is
 * checked at its end. A cycle of the others is broken at a key that may be NULL for a while: its
 * table is a {@link Step} with that key held back.
 */
final class LoadOrder {
  /** One table to fill, and the foreign keys that are filled in when their parents are there. */
  record Step(TableId table, List<HeldBack> heldBack) {}

  /** A foreign key whose {@code columns} stay NULL until the parents are in, found by a key. */
  record HeldBack(List<String> columns, List<String> rowKey) {}

  /** A foreign key that asks for an order. */
  private record Edge(TableId child, Constraint.ForeignKey key) {}

  private final DatabaseSchema schema;
  private final SortedMap<TableId, List<String>> written;
  private final DirectedPseudograph<TableId, Edge> graph = new DirectedPseudograph<>(Edge.class);
  private final SortedMap<TableId, List<HeldBack>> heldBack = new TreeMap<>();

  private LoadOrder(DatabaseSchema schema, SortedMap<TableId, List<String>> written) {
    this.schema = schema;
    this.written = written;
  }

  /**
   * The order for some tables of a schema.
   *
   * @param written the tables to fill and the columns that their files have
   * @throws InvalidInputException if a cycle cannot be broken
   */
  static List<Step> of(DatabaseSchema schema, SortedMap<TableId, List<String>> written) {
    LoadOrder order = new LoadOrder(schema, written);
    order.addEdges();
    order.breakCycles();
    List<Step> steps = new ArrayList<>();
    new TopologicalOrderIterator<>(order.graph, Comparator.naturalOrder())
        .forEachRemaining(
            id -> steps.add(new Step(id, order.heldBack.getOrDefault(id, List.of()))));
    return steps;
  }

  private void addEdges() {
    written.keySet().forEach(graph::addVertex);
    schema.tableIds().forEach(id -> schema.table(id).ifPresent(table -> addEdges(root(id), table)));
  }

  /** A partition's keys and those to a partition count as its root's. */
  private void addEdges(TableId child, Table table) {
    table
        .foreignKeys()
        .filter(key -> !key.isDeferrable())
        .forEach(
            key -> {
              TableId parent = root(key.referenced());
              boolean asks = !parent.equals(child) && written.containsKey(parent);
              if (asks && written.containsKey(child)) {
                graph.addEdge(parent, child, new Edge(child, key));
              }
            });
  }

  private TableId root(TableId id) {
    return schema
        .table(id)
        .flatMap(Table::partitionOf)
        .map(PartitionOf::parent)
        .map(this::root)
        .orElse(id);
  }

  private void breakCycles() {
    for (Optional<Set<TableId>> cycle = cycle(); cycle.isPresent(); cycle = cycle()) {
      breakOnce(cycle.get());
    }
  }

  private Optional<Set<TableId>> cycle() {
    return new KosarajuStrongConnectivityInspector<>(graph)
        .stronglyConnectedSets().stream()
            .filter(tables -> tables.size() > 1)
            .<Set<TableId>>map(TreeSet::new)
            .min(Comparator.comparing(tables -> tables.iterator().next()));
  }

  private void breakOnce(Set<TableId> cycle) {
    List<Edge> edges =
        graph.edgeSet().stream()
            .filter(e -> cycle.contains(graph.getEdgeSource(e)) && cycle.contains(e.child()))
            .sorted(Comparator.comparing(Edge::child).thenComparing(e -> e.key().name()))
            .toList();
    for (Edge edge : edges) {
      Optional<HeldBack> held = holdBack(edge);
      if (held.isPresent()) {
        List<HeldBack> ofChild = heldBack.computeIfAbsent(edge.child(), id -> new ArrayList<>());
        if (!ofChild.contains(held.get())) {
          ofChild.add(held.get());
        }
        graph.removeEdge(edge);
        return;
      }
    }
    throw new InvalidInputException(
        Problem.error(
                "unbreakable_cycle",
                "",
                cycle.stream().map(TableId::toString).collect(Collectors.joining(", "))
                    + ": their foreign keys form a cycle in which none may be NULL or deferred")
            .withHint("make one of them DEFERRABLE"));
  }

  private Optional<HeldBack> holdBack(Edge edge) {
    Table table = schema.table(edge.child()).orElseThrow();
    List<String> nullable =
        edge.key().columns().stream()
            .filter(name -> table.column(name).filter(c -> c.isNullable()).isPresent())
            .filter(written.get(edge.child())::contains)
            .toList();
    boolean wantsAll = edge.key().matchType() == Constraint.MatchType.FULL;
    if (nullable.isEmpty() || (wantsAll && nullable.size() < edge.key().columns().size())) {
      return Optional.empty();
    }
    return rowKey(table, edge.child(), nullable).map(key -> new HeldBack(nullable, key));
  }

  /** The primary key, or a UNIQUE without NULLs, that the file has and that stays as it is. */
  private Optional<List<String>> rowKey(Table table, TableId id, List<String> changing) {
    List<List<String>> keys = new ArrayList<>();
    table.primaryKey().ifPresent(key -> keys.add(key.columns()));
    table.constraints(Constraint.Unique.class).forEach(unique -> keys.add(unique.columns()));
    return keys.stream()
        .filter(written.get(id)::containsAll)
        .filter(key -> key.stream().noneMatch(changing::contains))
        .filter(
            key ->
                key.stream()
                    .allMatch(name -> table.column(name).filter(c -> !c.isNullable()).isPresent()))
        .findFirst();
  }
}
