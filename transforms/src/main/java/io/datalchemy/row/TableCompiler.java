package io.datalchemy.row;

import io.datalchemy.foreign.ForeignKeyRows;
import io.datalchemy.registry.Generators;
import io.datalchemy.resolve.ColumnSource;
import io.datalchemy.resolve.ResolvedColumn;
import io.datalchemy.resolve.ResolvedForeignKey;
import io.datalchemy.resolve.ResolvedPlan;
import io.datalchemy.resolve.ResolvedTable;
import io.datalchemy.type.KeyConversion;
import io.datalchemy.type.PowersOfTen;
import io.datalchemy.type.TypeFamily;
import io.datalchemy.type.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongPredicate;

/** Turns each column source of a resolved table into a step. */
final class TableCompiler {
  private final ResolvedPlan plan;
  private final ForeignKeyRows foreignKeyRows;
  private final FillCompiler fills;
  private final ShapeCompiler shapes;

  TableCompiler(ResolvedPlan plan, Generators generators) {
    this.plan = plan;
    foreignKeyRows = new ForeignKeyRows(plan);
    fills = new FillCompiler(plan, generators, foreignKeyRows);
    shapes = new ShapeCompiler(plan, fills, foreignKeyRows);
  }

  TableProgram compile(ResolvedTable table) {
    List<Step> steps = new ArrayList<>();
    List<ParentStep> keys =
        table.foreignKeys().stream().map(key -> parentStep(table, key)).toList();
    steps.addAll(keys);
    for (ResolvedColumn column : table.columns()) {
      if (column.source() instanceof ColumnSource.Generated source) {
        steps.add(new GeneratedColumn(fills.fill(table, column, source)));
      } else if (column.source() instanceof ColumnSource.OrdinalInParent source) {
        steps.add(ordinal(table, column, source));
      } else if (column.source() instanceof ColumnSource.ReferencedKey source) {
        steps.add(referencedKey(table, column, source));
      } else if (column.source() instanceof ColumnSource.AlwaysNull) {
        steps.add(new NullColumn(column.name()));
      }
    }
    for (int group = 0; group < table.shapeGroups().size(); group++) {
      steps.add(shapes.compile(table, table.shapeGroups().get(group), keys));
    }
    return new TableProgram(table, steps);
  }

  private ParentStep parentStep(ResolvedTable table, ResolvedForeignKey foreignKey) {
    List<CopiedColumn> columns = new ArrayList<>();
    for (ResolvedColumn column : table.columns()) {
      if (column.source() instanceof ColumnSource.ForeignKeyColumn source
          && source.foreignKey().equals(foreignKey.name())) {
        columns.add(copied(table, foreignKey, column, source.parentColumn()));
      }
    }
    return new ParentStep(
        foreignKey.name(),
        foreignKey.parent(),
        foreignKeyRows.parents(table.id(), foreignKey.name()),
        columns);
  }

  private CopiedColumn copied(
      ResolvedTable table, ResolvedForeignKey key, ResolvedColumn column, String parentColumn) {
    long factor = factor(table, key, column, parentColumn);
    boolean mayBeNull = key.nullRate() > 0 && key.nullColumns().contains(column.name());
    LongPredicate isNull =
        mayBeNull ? foreignKeyRows.withoutParent(table.id(), key.name()) : row -> false;
    return new CopiedColumn(column.name(), parentColumn, factor, isNull);
  }

  private long factor(
      ResolvedTable table, ResolvedForeignKey key, ResolvedColumn column, String parentColumn) {
    ValueType parentType = plan.type(key.parent(), parentColumn).orElseThrow();
    return KeyConversion.factor(parentType, column.type())
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    table.id() + "." + column.name() + ": its type cannot hold the parent's"));
  }

  private Step referencedKey(
      ResolvedTable table, ResolvedColumn column, ColumnSource.ReferencedKey source) {
    boolean isNumber =
        table.column(source.typeColumn()).orElseThrow().type().family() == TypeFamily.INTEGER;
    List<ReferencedKeyColumn.Choice> choices = new ArrayList<>();
    for (ColumnSource.ReferencedKey.Choice choice : source.choices()) {
      ResolvedForeignKey key = table.foreignKey(choice.foreignKey()).orElseThrow();
      choices.add(
          new ReferencedKeyColumn.Choice(
              ReferencedKeyColumn.Choice.utf8(choice.type()),
              isNumber ? Long.parseLong(choice.type()) : 0,
              key.name(),
              key.parent(),
              choice.parentColumn(),
              foreignKeyRows.parents(table.id(), key.name()),
              factor(table, key, column, choice.parentColumn())));
    }
    return new ReferencedKeyColumn(column.name(), source.typeColumn(), choices);
  }

  private Step ordinal(
      ResolvedTable table, ResolvedColumn column, ColumnSource.OrdinalInParent source) {
    boolean isDecimal = column.type().family() == TypeFamily.DECIMAL;
    long unit = isDecimal ? PowersOfTen.of(column.type().decimals()) : 1;
    return new OrdinalColumn(
        column.name(),
        foreignKeyRows.groups(table.id(), source.foreignKey()).orElseThrow(),
        source.start(),
        unit);
  }
}
