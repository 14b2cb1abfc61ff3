package io.datalchemy.row;

import io.datalchemy.foreign.ForeignKeyRows;
import io.datalchemy.random.CellRandom;
import io.datalchemy.resolve.ColumnSource;
import io.datalchemy.resolve.ResolvedColumn;
import io.datalchemy.resolve.ResolvedPlan;
import io.datalchemy.resolve.ResolvedTable;
import io.datalchemy.resolve.ShapeGroup;
import io.datalchemy.type.ValueType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Turns a shape group into its step: every shape's columns in an order in which they can be. */
final class ShapeCompiler {
  private final ResolvedPlan plan;
  private final FillCompiler fills;
  private final ForeignKeyRows foreignKeyRows;

  ShapeCompiler(ResolvedPlan plan, FillCompiler fills, ForeignKeyRows foreignKeyRows) {
    this.plan = plan;
    this.fills = fills;
    this.foreignKeyRows = foreignKeyRows;
  }

  ShapedColumns compile(ResolvedTable table, ShapeGroup group, List<ParentStep> keys) {
    List<CompiledShape> shapes = shapes(table, group, group.shapes(), keys);
    List<CompiledShape> others = shapes(table, group, group.otherShapes(), keys);
    Set<String> inputs = new LinkedHashSet<>();
    shapes.forEach(shape -> addInputs(shape, inputs));
    others.forEach(shape -> addInputs(shape, inputs));
    Map<String, ValueType> types = new LinkedHashMap<>();
    table.columns().forEach(column -> types.put(column.name(), column.type()));
    List<ResidualCondition> residual =
        group.residual().stream()
            .map(sql -> ResidualCondition.of(sql, plan.asOf(), types))
            .toList();
    residual.forEach(condition -> inputs.addAll(condition.columns()));
    group.columns().forEach(inputs::remove);
    keys.stream()
        .filter(key -> group.redrawnKeys().contains(key.foreignKey()))
        .forEach(key -> inputs.removeAll(key.filledColumns()));
    return new ShapedColumns(
        group.columns(),
        List.copyOf(inputs),
        given(table, group),
        streamKey(table, group),
        new WeightedShapes(shapes),
        group.firstOf().map(name -> foreignKeyRows.groups(table.id(), name).orElseThrow()),
        new WeightedShapes(others),
        List.copyOf(residual),
        keys.stream().filter(key -> group.redrawnKeys().contains(key.foreignKey())).toList(),
        group.maxDraws());
  }

  /** The columns that foreign keys fill before the group takes some of them away again. */
  private static List<ShapedColumns.Given> given(ResolvedTable table, ShapeGroup group) {
    List<ShapedColumns.Given> given = new ArrayList<>();
    for (String name : group.columns()) {
      if (table.column(name).orElseThrow().source()
          instanceof ColumnSource.ForeignKeyColumn source) {
        given.add(new ShapedColumns.Given(name, source.foreignKey()));
      }
    }
    return given;
  }

  private List<CompiledShape> shapes(
      ResolvedTable table, ShapeGroup group, List<ShapeGroup.Shape> shapes, List<ParentStep> keys) {
    return shapes.stream().map(shape -> compile(table, group, shape, keys)).toList();
  }

  private CompiledShape compile(
      ResolvedTable table, ShapeGroup group, ShapeGroup.Shape shape, List<ParentStep> keys) {
    Map<String, CompiledShape.Part> parts = new LinkedHashMap<>();
    for (int c = 0; c < group.columns().size(); c++) {
      ResolvedColumn column = table.column(group.columns().get(c)).orElseThrow();
      Optional<ColumnFill> fill =
          shape.columns().get(c) instanceof ColumnSource.Generated source
              ? Optional.of(fills.fill(table, column, source))
              : Optional.empty();
      boolean isKept = shape.columns().get(c) instanceof ColumnSource.ForeignKeyColumn;
      Optional<ParentStep> picked = picked(table, shape.columns().get(c), keys);
      parts.put(column.name(), new CompiledShape.Part(column.name(), fill, isKept, picked));
    }
    return new CompiledShape(shape.weight(), inOrder(table, parts));
  }

  private Optional<ParentStep> picked(
      ResolvedTable table, ColumnSource source, List<ParentStep> keys) {
    if (source instanceof ColumnSource.ForeignKeyColumn through && through.among().isPresent()) {
      return keys.stream()
          .filter(key -> key.foreignKey().equals(through.foreignKey()))
          .findFirst()
          .map(
              key ->
                  key.picking(
                      foreignKeyRows.parentsAmong(
                          table.id(), key.foreignKey(), through.among().get())));
    }
    return Optional.empty();
  }

  private static List<CompiledShape.Part> inOrder(
      ResolvedTable table, Map<String, CompiledShape.Part> parts) {
    List<CompiledShape.Part> ordered = new ArrayList<>();
    Set<String> done = new LinkedHashSet<>();
    while (ordered.size() < parts.size()) {
      int before = ordered.size();
      for (CompiledShape.Part part : parts.values()) {
        if (!done.contains(part.column()) && isReady(part, parts, done)) {
          ordered.add(part);
          done.add(part.column());
        }
      }
      if (ordered.size() == before) {
        throw new IllegalArgumentException(
            table.id() + ": columns of a shape need each other in a circle: " + parts.keySet());
      }
    }
    return ordered;
  }

  private static boolean isReady(
      CompiledShape.Part part, Map<String, CompiledShape.Part> parts, Set<String> done) {
    return part.fill().stream()
        .flatMap(fill -> fill.inputs().stream())
        .allMatch(input -> !parts.containsKey(input) || done.contains(input));
  }

  private static void addInputs(CompiledShape shape, Set<String> inputs) {
    shape.parts().forEach(part -> part.fill().ifPresent(fill -> inputs.addAll(fill.inputs())));
  }

  private long streamKey(ResolvedTable table, ShapeGroup group) {
    return CellRandom.key(
        plan.seedBits(),
        table.schema(),
        table.table(),
        String.join("\u0000", group.columns()),
        "shape");
  }
}
