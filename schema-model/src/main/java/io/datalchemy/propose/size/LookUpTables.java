package io.datalchemy.propose.size;

import io.datalchemy.graph.ForeignKeyGraph;
import io.datalchemy.graph.Reference;
import io.datalchemy.schema.DatabaseSchema;
import io.datalchemy.schema.TableId;
import io.datalchemy.select.TableReading;
import java.util.List;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The tables that others look values up in, such as states, categories and kinds: they are referred
 * to, refer to nothing but other such tables, and read as one.
 */
final class LookUpTables {
  private final SortedMap<TableId, Integer> depths = new TreeMap<>();

  LookUpTables(DatabaseSchema schema, ForeignKeyGraph graph) {
    for (TableId id : graph.order()) {
      List<Reference> parents =
          graph.edges().stream().filter(edge -> edge.child().equals(id)).toList();
      boolean isReferred = graph.edges().stream().anyMatch(edge -> edge.parent().equals(id));
      boolean isIndependent = parents.stream().allMatch(edge -> depths.containsKey(edge.parent()));
      if (isReferred && isIndependent && TableReading.isLookUp(schema.table(id).orElseThrow())) {
        int above = parents.stream().mapToInt(edge -> depths.get(edge.parent())).max().orElse(-1);
        depths.put(id, above + 1);
      }
    }
  }

  /** How many look-up tables a table refers to one after the other; empty if it is none itself. */
  OptionalInt depth(TableId table) {
    Integer depth = depths.get(table);
    return depth == null ? OptionalInt.empty() : OptionalInt.of(depth);
  }

  boolean contain(TableId table) {
    return depths.containsKey(table);
  }
}
