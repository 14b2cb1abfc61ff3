package io.datalchemy.propose.size;

import io.datalchemy.graph.CycleBreak;
import io.datalchemy.graph.ForeignKeyGraph;
import io.datalchemy.graph.Reference;
import io.datalchemy.schema.DatabaseSchema;
import io.datalchemy.schema.TableId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Sizes by place in the graph of foreign keys.
 *
 * <p>A look-up table has 30 rows, 300 if it refers to another. Every other table is a power of
 * three of the rows asked for: along a chain of mandatory keys each table has three times the rows
 * of the one before, the last one nine times what was asked at most, and a chain too short for that
 * begins at what was asked. A table that nothing has to refer to has no more than three times its
 * largest parent; one that holds at most one row of each parent has no more than that. Keys that
 * close a cycle, that lead to the table itself or to a look-up table count for nothing.
 */
final class ShapeSizes {
  private static final long FAN_OUT = 3;
  private static final int LARGEST_POWER = 2;
  private static final long LOOK_UP_ROWS = 30;
  private static final long LARGER_LOOK_UP_ROWS = 300;
  private static final long FEWEST_ROWS = 10;

  private final long asked;
  private final LookUpTables lookUps;
  private final List<TableId> order;
  private final List<SizeEdge> edges = new ArrayList<>();
  private final Map<TableId, Integer> above = new TreeMap<>();
  private final Map<TableId, Integer> below = new TreeMap<>();
  private final Map<TableId, Integer> powers = new TreeMap<>();

  ShapeSizes(DatabaseSchema schema, long asked) {
    this.asked = asked;
    ForeignKeyGraph graph = ForeignKeyGraph.of(schema);
    lookUps = new LookUpTables(schema, graph);
    order = graph.order();
    List<Reference> broken = graph.breaks().stream().map(CycleBreak::reference).toList();
    graph.edges().stream()
        .filter(edge -> !broken.contains(edge) && !lookUps.contain(edge.parent()))
        .map(edge -> SizeEdge.of(edge, schema.table(edge.child()).orElseThrow()))
        .forEach(edges::add);
    measure();
    order.forEach(table -> powers.put(table, power(table)));
  }

  SortedMap<TableId, TableSize> sizes() {
    SortedMap<TableId, TableSize> sizes = new TreeMap<>();
    order.forEach(table -> sizes.put(table, size(table)));
    return sizes;
  }

  /** How many steps of size lead to each table, and on from it. */
  private void measure() {
    for (TableId table : order) {
      above.put(
          table,
          parents(table).stream()
              .mapToInt(edge -> above.get(edge.parent()) + edge.steps())
              .max()
              .orElse(0));
    }
    for (int i = order.size() - 1; i >= 0; i--) {
      TableId table = order.get(i);
      below.put(
          table,
          children(table).stream()
              .mapToInt(edge -> below.get(edge.child()) + edge.steps())
              .max()
              .orElse(0));
    }
  }

  private int power(TableId table) {
    int power = Math.min(above.get(table), LARGEST_POWER - below.get(table));
    if (below.get(table) == 0) {
      int most =
          parents(table).stream()
              .filter(edge -> edge.steps() > 0)
              .mapToInt(edge -> powers.get(edge.parent()) + 1)
              .max()
              .orElse(power);
      power = Math.min(power, most);
    }
    int room =
        parents(table).stream()
            .filter(edge -> edge.isMandatory() && edge.isOneToOne())
            .mapToInt(edge -> powers.get(edge.parent()))
            .min()
            .orElse(power);
    return Math.min(power, room);
  }

  private List<SizeEdge> parents(TableId table) {
    return edges.stream().filter(edge -> edge.child().equals(table)).toList();
  }

  private List<SizeEdge> children(TableId table) {
    return edges.stream().filter(edge -> edge.parent().equals(table)).toList();
  }

  private TableSize size(TableId table) {
    if (lookUps.contain(table)) {
      boolean isFirst = lookUps.depth(table).orElse(0) == 0;
      long rows = isFirst ? LOOK_UP_ROWS : LARGER_LOOK_UP_ROWS;
      return new TableSize(Math.min(rows, asked), "a table that others look values up in");
    }
    int power = powers.get(table);
    if (power == 0) {
      return new TableSize(asked, "as many rows as asked for");
    }
    long factor = Math.round(Math.pow(FAN_OUT, Math.abs(power)));
    if (power > 0) {
      return new TableSize(
          asked > Long.MAX_VALUE / factor ? Long.MAX_VALUE : asked * factor,
          factor + " times the rows asked for, as it follows from others");
    }
    return new TableSize(
        Math.max(asked / factor, Math.min(asked, FEWEST_ROWS)),
        "a part of the rows asked for, as others follow from it");
  }
}
