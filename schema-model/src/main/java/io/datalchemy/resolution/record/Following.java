package io.datalchemy.resolution.record;

import io.datalchemy.catalogue.GeneratorCall;
import io.datalchemy.resolve.ColumnSource;
import io.datalchemy.resolve.ResolvedColumn;
import io.datalchemy.resolve.ResolvedTable;
import io.datalchemy.resolve.ShapeGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A column that follows others, wherever its generator is called. */
record Following(String column, List<Leader> leaders) {
  /** The table with the leaders as input columns of the column's calls. */
  ResolvedTable in(ResolvedTable table) {
    return new ResolvedTable(
        table.schema(),
        table.table(),
        table.rows(),
        table.reason(),
        table.columns().stream().map(c -> c.name().equals(column) ? in(c) : c).toList(),
        table.foreignKeys(),
        table.shapeGroups().stream().map(this::in).toList(),
        table.constraints(),
        table.auxiliary());
  }

  private ResolvedColumn in(ResolvedColumn own) {
    String names = leaders.stream().map(Leader::column).collect(Collectors.joining(" and "));
    return new ResolvedColumn(
        own.name(),
        own.type(),
        in(own.source()),
        own.decidedBy(),
        own.reason() + "; follows " + names,
        own.piiTag());
  }

  private ShapeGroup in(ShapeGroup group) {
    int place = group.columns().indexOf(column);
    return place < 0
        ? group
        : new ShapeGroup(
            group.columns(),
            group.constraints(),
            in(group.shapes(), place),
            group.firstOf(),
            in(group.otherShapes(), place),
            group.residual(),
            group.redrawnKeys(),
            group.maxDraws());
  }

  private List<ShapeGroup.Shape> in(List<ShapeGroup.Shape> shapes, int place) {
    List<ShapeGroup.Shape> following = new ArrayList<>();
    for (ShapeGroup.Shape shape : shapes) {
      List<ColumnSource> sources = new ArrayList<>(shape.columns());
      sources.set(place, in(sources.get(place)));
      following.add(new ShapeGroup.Shape(shape.weight(), sources));
    }
    return following;
  }

  private ColumnSource in(ColumnSource source) {
    if (!(source instanceof ColumnSource.Generated generated)) {
      return source;
    }
    GeneratorCall call = generated.generator();
    return new ColumnSource.Generated(
        call.withParams(
            call.params()
                .with("input_columns", leaders.stream().map(Leader::column).toList())
                .with("input_parts", leaders.stream().map(Leader::part).toList())),
        generated.transforms(),
        generated.nullRate(),
        generated.distinct());
  }
}
