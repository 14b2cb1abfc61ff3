package io.datalchemy.resolution.record;

import io.datalchemy.catalogue.GeneratorCall;
import io.datalchemy.catalogue.GeneratorCatalogue;
import io.datalchemy.expression.parsing.ExpressionParser;
import io.datalchemy.expression.parsing.ParsedCondition;
import io.datalchemy.resolve.ColumnSource;
import io.datalchemy.resolve.ResolvedTable;
import io.datalchemy.resolve.ShapeGroup;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Which columns of a resolved table must be there before which others. */
final class ColumnReads {
  private final ResolvedTable table;
  private final GeneratorCatalogue catalogue;

  ColumnReads(ResolvedTable table, GeneratorCatalogue catalogue) {
    this.table = table;
    this.catalogue = catalogue;
  }

  /** The calls that can fill a column: one, or one for each shape that has one. */
  List<GeneratorCall> calls(String column) {
    return sources(column)
        .filter(ColumnSource.Generated.class::isInstance)
        .map(source -> ((ColumnSource.Generated) source).generator())
        .toList();
  }

  /** The sources of a column: one, or one for each shape. */
  Stream<ColumnSource> sources(String column) {
    Optional<ShapeGroup> group = group(column);
    if (group.isEmpty()) {
      return table.column(column).stream().map(c -> c.source());
    }
    int place = group.get().columns().indexOf(column);
    return Stream.concat(group.get().shapes().stream(), group.get().otherShapes().stream())
        .map(shape -> shape.columns().get(place));
  }

  /** The shape group that fills a column. */
  Optional<ShapeGroup> group(String column) {
    return table
        .column(column)
        .filter(c -> c.source() instanceof ColumnSource.Shaped)
        .map(c -> table.shapeGroups().get(((ColumnSource.Shaped) c.source()).group()));
  }

  /** Whether one column cannot be filled before another is. */
  boolean waitsFor(String column, String other) {
    Optional<ShapeGroup> own = group(other);
    boolean isOutside = own.isEmpty() || !own.get().columns().contains(column);
    Set<String> seen = new LinkedHashSet<>();
    Deque<String> waiting = new ArrayDeque<>(List.of(column));
    while (!waiting.isEmpty()) {
      String next = waiting.pop();
      if (next.equals(other) || (isOutside && own.stream().anyMatch(g -> holds(g, next)))) {
        return true;
      }
      if (seen.add(next)) {
        waiting.addAll(reads(next, own));
      }
    }
    return false;
  }

  private static boolean holds(ShapeGroup group, String column) {
    return group.columns().contains(column);
  }

  /** Columns of one group come together, but those of the group that is looked at in an order. */
  private List<String> reads(String column, Optional<ShapeGroup> looked) {
    List<String> reads = new ArrayList<>(inputs(column));
    Optional<ShapeGroup> group = group(column);
    if (group.isPresent() && !group.equals(looked)) {
      reads.addAll(group.get().columns());
      group.get().residual().forEach(sql -> reads.addAll(columns(sql)));
    }
    return reads;
  }

  private List<String> inputs(String column) {
    return calls(column).stream()
        .flatMap(
            call ->
                catalogue.generator(call.id()).stream()
                    .flatMap(declared -> declared.inputColumns(call.params()).stream()))
        .toList();
  }

  private static Set<String> columns(String sql) {
    return ExpressionParser.parse(sql) instanceof ParsedCondition.Parsed parsed
        ? parsed.expression().columns()
        : Set.of();
  }
}
