package io.datalchemy.graph;

import io.datalchemy.schema.Constraint.ForeignKey;
import io.datalchemy.schema.DatabaseSchema;
import io.datalchemy.schema.Table;
import io.datalchemy.schema.TableId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jgrapht.Graph;
import org.jgrapht.graph.AsSubgraph;
import org.jgrapht.graph.DirectedMultigraph;
import org.jgrapht.traverse.TopologicalOrderIterator;

/**
 * The foreign keys between the tables that hold rows: parents before children.
 *
 * <p>Self-references stand apart, since they bind rows and not tables; keys to external tables bind
 * nothing here. All lists are in a defined order that depends on names alone.
 */
public final class ForeignKeyGraph {
  private final SortedMap<TableId, Table> tables = new TreeMap<>();
  private final List<Reference> edges = new ArrayList<>();
  private final List<Reference> selfReferences = new ArrayList<>();
  private final List<Cycle> cycles;
  private final List<CycleBreak> breaks;
  private final List<TableId> order;

  private ForeignKeyGraph(DatabaseSchema schema) {
    schema.tableIds().forEach(id -> tables.put(id, schema.table(id).orElseThrow()));
    tables.forEach((id, table) -> table.foreignKeys().forEach(key -> add(id, key)));
    edges.sort(Comparator.naturalOrder());
    selfReferences.sort(Comparator.naturalOrder());
    Graph<TableId, Reference> graph = graph();
    CycleSearch search = new CycleSearch(graph, tables);
    cycles = search.cycles();
    breaks = search.breaks();
    order = List.copyOf(order(graph));
  }

  /** The graph of a schema. */
  public static ForeignKeyGraph of(DatabaseSchema schema) {
    return new ForeignKeyGraph(schema);
  }

  /**
   * All tables that hold rows, parents before children but for the broken keys; among those that
   * are free to come next, the first by name.
   */
  public List<TableId> order() {
    return order;
  }

  /** The tables of one schema in the same order. */
  public List<TableId> order(String schema) {
    return order.stream().filter(id -> id.schema().equals(schema)).toList();
  }

  /** The cycles, by their first table. */
  public List<Cycle> cycles() {
    return cycles;
  }

  /** Where the cycles are broken, by table and key. */
  public List<CycleBreak> breaks() {
    return breaks;
  }

  /** The break at that key, if it is one. */
  public Optional<CycleBreak> breakAt(TableId child, String foreignKey) {
    return breaks.stream()
        .filter(b -> b.reference().child().equals(child))
        .filter(b -> b.reference().foreignKey().name().equals(foreignKey))
        .findFirst();
  }

  /** The foreign keys between different tables, by table and key. */
  public List<Reference> edges() {
    return List.copyOf(edges);
  }

  /** The foreign keys of tables to themselves, by table and key. */
  public List<Reference> selfReferences() {
    return List.copyOf(selfReferences);
  }

  private void add(TableId id, ForeignKey key) {
    Optional<TableId> child = holder(id);
    Optional<TableId> parent = holder(key.referenced());
    if (child.isEmpty() || parent.isEmpty() || isInherited(id, key)) {
      return;
    }
    Reference reference = new Reference(child.get(), key, parent.get());
    (reference.child().equals(reference.parent()) ? selfReferences : edges).add(reference);
  }

  /** The table that holds the rows: itself, the root of its partition tree, or none. */
  private Optional<TableId> holder(TableId id) {
    Table table = tables.get(id);
    if (table == null || !table.kind().holdsRows()) {
      return Optional.empty();
    }
    return table.partitionOf().map(of -> holder(of.parent())).orElse(Optional.of(id));
  }

  /** Whether a partition's key only repeats its parent's, under the parent's columns. */
  private boolean isInherited(TableId id, ForeignKey key) {
    return tables
        .get(id)
        .partitionOf()
        .map(of -> tables.get(of.parent()))
        .filter(parent -> parent.foreignKeys().anyMatch(other -> isSame(other, key)))
        .isPresent();
  }

  private static boolean isSame(ForeignKey one, ForeignKey other) {
    return one.columns().equals(other.columns())
        && one.referenced().equals(other.referenced())
        && one.referencedColumns().equals(other.referencedColumns());
  }

  private Graph<TableId, Reference> graph() {
    Graph<TableId, Reference> graph = new DirectedMultigraph<>(Reference.class);
    tables.forEach(
        (id, table) -> {
          if (table.holdsRows()) {
            graph.addVertex(id);
          }
        });
    edges.forEach(edge -> graph.addEdge(edge.parent(), edge.child(), edge));
    return graph;
  }

  private List<TableId> order(Graph<TableId, Reference> graph) {
    Graph<TableId, Reference> acyclic = new AsSubgraph<>(graph);
    breaks.forEach(b -> acyclic.removeEdge(b.reference()));
    List<TableId> sorted = new ArrayList<>();
    new TopologicalOrderIterator<>(acyclic, Comparator.<TableId>naturalOrder())
        .forEachRemaining(sorted::add);
    return sorted;
  }
}
