package io.datalchemy.row;

import io.datalchemy.foreign.ForeignKeyRows;
import io.datalchemy.registry.Generators;
import io.datalchemy.resolve.ColumnSource;
import io.datalchemy.resolve.ResolvedColumn;
import io.datalchemy.resolve.ResolvedForeignKey;
import io.datalchemy.resolve.ResolvedPlan;
import io.datalchemy.resolve.ResolvedTable;
import java.util.ArrayList;
import java.util.List;

/** Turns each column source of a resolved table into a step. */
final class TableCompiler {
  private final ForeignKeyRows foreignKeyRows;
  private final FillCompiler fills;
  private final ShapeCompiler shapes;

  TableCompiler(ResolvedPlan plan, Generators generators) {
    foreignKeyRows = new ForeignKeyRows(plan);
    fills = new FillCompiler(plan, generators, foreignKeyRows);
    shapes = new ShapeCompiler(plan, fills, foreignKeyRows);
  }

  TableProgram compile(ResolvedTable table) {
    List<Step> steps = new ArrayList<>();
    for (ResolvedForeignKey foreignKey : table.foreignKeys()) {
      steps.add(parentStep(table, foreignKey));
    }
    for (ResolvedColumn column : table.columns()) {
      if (column.source() instanceof ColumnSource.Generated source) {
        steps.add(new GeneratedColumn(fills.fill(table, column, source)));
      } else if (column.source() instanceof ColumnSource.OrdinalInParent source) {
        steps.add(ordinal(table, column, source));
      } else if (column.source() instanceof ColumnSource.AlwaysNull) {
        steps.add(new NullColumn(column.name()));
      }
    }
    for (int group = 0; group < table.shapeGroups().size(); group++) {
      steps.add(shapes.compile(table, table.shapeGroups().get(group)));
    }
    return new TableProgram(table, steps);
  }

  private Step parentStep(ResolvedTable table, ResolvedForeignKey foreignKey) {
    List<String> columns = new ArrayList<>();
    List<String> parentColumns = new ArrayList<>();
    for (ResolvedColumn column : table.columns()) {
      if (column.source() instanceof ColumnSource.ForeignKeyColumn source
          && source.foreignKey().equals(foreignKey.name())) {
        columns.add(column.name());
        parentColumns.add(source.parentColumn());
      }
    }
    return new ParentStep(
        foreignKey.name(),
        foreignKey.parent(),
        foreignKeyRows.parents(table.id(), foreignKey.name()),
        columns,
        parentColumns);
  }

  private Step ordinal(
      ResolvedTable table, ResolvedColumn column, ColumnSource.OrdinalInParent source) {
    long unit = 1;
    if (column.type().family() == io.datalchemy.type.TypeFamily.DECIMAL) {
      for (int i = 0; i < column.type().decimals(); i++) {
        unit *= 10;
      }
    }
    return new OrdinalColumn(
        column.name(),
        foreignKeyRows.groups(table.id(), source.foreignKey()).orElseThrow(),
        source.start(),
        unit);
  }
}
