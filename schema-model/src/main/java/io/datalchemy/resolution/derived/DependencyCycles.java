package io.datalchemy.resolution.derived;

import io.datalchemy.catalogue.GeneratorCall;
import io.datalchemy.catalogue.GeneratorCatalogue;
import io.datalchemy.expression.parsing.ExpressionParser;
import io.datalchemy.expression.parsing.ParsedCondition;
import io.datalchemy.resolve.ColumnSource;
import io.datalchemy.resolve.ParentPick;
import io.datalchemy.resolve.ResolvedColumn;
import io.datalchemy.resolve.ResolvedForeignKey;
import io.datalchemy.resolve.ResolvedTable;
import io.datalchemy.resolve.ShapeGroup;
import io.datalchemy.schema.ColumnId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jgrapht.Graph;
import org.jgrapht.alg.connectivity.KosarajuStrongConnectivityInspector;
import org.jgrapht.alg.shortestpath.BFSShortestPath;
import org.jgrapht.graph.AsSubgraph;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.DirectedPseudograph;

/**
 * Columns that need each other's values in a circle: within a row, from parents and from children.
 *
 * <p>A value that a row takes from an earlier row of its own table is no circle by itself.
 */
public final class DependencyCycles {
  private final Graph<ColumnId, DefaultEdge> graph = new DirectedPseudograph<>(DefaultEdge.class);
  private final Set<DefaultEdge> toEarlierRows = new LinkedHashSet<>();
  private final Map<ColumnId, ResolvedTable> tables = new LinkedHashMap<>();
  private final GeneratorCatalogue catalogue;

  /** The dependencies between the columns of resolved tables. */
  public DependencyCycles(Collection<ResolvedTable> resolved, GeneratorCatalogue catalogue) {
    this.catalogue = catalogue;
    resolved.forEach(table -> table.computedColumns().forEach(column -> add(table, column)));
  }

  /** The shortest circle through each set of columns that need each other, each closed. */
  public List<List<ColumnId>> cycles() {
    List<List<ColumnId>> cycles = new ArrayList<>();
    for (Set<ColumnId> together :
        new KosarajuStrongConnectivityInspector<>(graph).stronglyConnectedSets()) {
      cycle(together).stream().findFirst().ifPresent(cycles::add);
    }
    cycles.sort(java.util.Comparator.comparing(cycle -> cycle.get(0).toString()));
    return cycles;
  }

  private List<List<ColumnId>> cycle(Set<ColumnId> together) {
    Graph<ColumnId, DefaultEdge> within = new AsSubgraph<>(graph, together);
    boolean isOneTable = together.stream().map(ColumnId::table).distinct().count() == 1;
    if (isOneTable) {
      Set<DefaultEdge> edges = new LinkedHashSet<>(within.edgeSet());
      edges.removeAll(toEarlierRows);
      within = new AsSubgraph<>(graph, together, edges);
    }
    Graph<ColumnId, DefaultEdge> searched = within;
    return together.stream()
        .sorted(java.util.Comparator.comparing(ColumnId::toString))
        .flatMap(column -> through(column, searched))
        .limit(1)
        .toList();
  }

  private Stream<List<ColumnId>> through(ColumnId column, Graph<ColumnId, DefaultEdge> searched) {
    return searched.outgoingEdgesOf(column).stream()
        .map(
            edge -> BFSShortestPath.findPathBetween(searched, searched.getEdgeTarget(edge), column))
        .filter(java.util.Objects::nonNull)
        .min(java.util.Comparator.comparingInt(path -> path.getLength()))
        .map(path -> closed(column, path.getVertexList()))
        .stream();
  }

  /** The circle from a column to itself, without the auxiliary columns on the way. */
  private List<ColumnId> closed(ColumnId column, List<ColumnId> back) {
    List<ColumnId> circle = new ArrayList<>(List.of(column));
    circle.addAll(back);
    circle.removeIf(
        c -> tables.get(c).auxiliary().stream().anyMatch(a -> a.name().equals(c.column())));
    return circle.get(0).equals(circle.get(circle.size() - 1)) && circle.size() > 1
        ? circle
        : Stream.concat(circle.stream(), Stream.of(circle.get(0))).toList();
  }

  private void add(ResolvedTable table, ResolvedColumn column) {
    ColumnId id = id(table, column.name());
    tables.put(id, table);
    graph.addVertex(id);
    if (column.source() instanceof ColumnSource.Shaped shaped) {
      shapeInputs(table.shapeGroups().get(shaped.group()))
          .forEach(input -> edge(id, id(table, input)));
    } else {
      addSource(table, id, column.source());
    }
  }

  private void addSource(ResolvedTable table, ColumnId id, ColumnSource source) {
    if (source instanceof ColumnSource.Generated generated) {
      inputs(generated.generator()).forEach(input -> edge(id, id(table, input)));
    } else if (source instanceof ColumnSource.ForeignKeyColumn copied) {
      ResolvedForeignKey key = table.foreignKey(copied.foreignKey()).orElseThrow();
      DefaultEdge edge = edge(id, new ColumnId(key.parent(), copied.parentColumn()));
      boolean isEarlier =
          key.parent().equals(table.id())
              && key.pick() instanceof ParentPick.Earlier earlier
              && !earlier.rootIsItself();
      if (isEarlier) {
        toEarlierRows.add(edge);
      }
    } else if (source instanceof ColumnSource.ReferencedKey referenced) {
      edge(id, id(table, referenced.typeColumn()));
      for (ColumnSource.ReferencedKey.Choice choice : referenced.choices()) {
        ResolvedForeignKey key = table.foreignKey(choice.foreignKey()).orElseThrow();
        edge(id, new ColumnId(key.parent(), choice.parentColumn()));
      }
    } else if (source instanceof ColumnSource.RollUp rollUp) {
      rollUp.childColumn().ifPresent(c -> edge(id, new ColumnId(rollUp.child(), c)));
      rollUp
          .where()
          .ifPresent(sql -> columns(sql).forEach(c -> edge(id, new ColumnId(rollUp.child(), c))));
    }
  }

  private DefaultEdge edge(ColumnId from, ColumnId to) {
    graph.addVertex(from);
    graph.addVertex(to);
    return graph.addEdge(from, to);
  }

  /** What the group's columns need from outside, whichever shape a row takes. */
  private List<String> shapeInputs(ShapeGroup group) {
    Set<String> inputs = new LinkedHashSet<>();
    Stream.concat(group.shapes().stream(), group.otherShapes().stream())
        .flatMap(shape -> shape.columns().stream())
        .filter(ColumnSource.Generated.class::isInstance)
        .forEach(source -> inputs.addAll(inputs(((ColumnSource.Generated) source).generator())));
    group.residual().forEach(sql -> inputs.addAll(columns(sql)));
    group.columns().forEach(inputs::remove);
    return List.copyOf(inputs);
  }

  private List<String> inputs(GeneratorCall call) {
    return catalogue.generator(call.id()).stream()
        .flatMap(generator -> generator.inputColumns(call.params()).stream())
        .toList();
  }

  private static Set<String> columns(String sql) {
    return ExpressionParser.parse(sql) instanceof ParsedCondition.Parsed parsed
        ? parsed.expression().columns()
        : Set.of();
  }

  private static ColumnId id(ResolvedTable table, String column) {
    return new ColumnId(table.id(), column);
  }
}
