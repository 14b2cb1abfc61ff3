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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
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
    table.foreignKeys().forEach(key -> addParentValues(table, key, steps));
    for (ResolvedColumn column : table.columns()) {
      if (column.source() instanceof ColumnSource.Generated source) {
        steps.add(new GeneratedColumn(fills.fill(table, column, source)));
      } else if (column.source() instanceof ColumnSource.OrdinalInParent source) {
        steps.add(ordinal(table, column, source));
      } else if (column.source() instanceof ColumnSource.RollUp source) {
        steps.add(new RollUpCompiler(plan, foreignKeyRows).compile(table, column, source));
      } else if (column.source() instanceof ColumnSource.ReferencedKey source) {
        steps.add(referencedKey(table, column, source));
      } else if (column.source() instanceof ColumnSource.AlwaysNull) {
        steps.add(new NullColumn(column.name()));
      }
    }
    for (int group = 0; group < table.shapeGroups().size(); group++) {
      steps.add(shapes.compile(table, table.shapeGroups().get(group), keys));
    }
    return new TableProgram(table, steps.stream().map(s -> withoutCircle(s, steps)).toList());
  }

  private ParentStep parentStep(ResolvedTable table, ResolvedForeignKey foreignKey) {
    List<CopiedColumn> columns = new ArrayList<>();
    for (ResolvedColumn column : table.columns()) {
      if (column.source() instanceof ColumnSource.ForeignKeyColumn source
          && source.foreignKey().equals(foreignKey.name())
          && foreignKey.columns().contains(column.name())) {
        columns.add(copied(table, foreignKey, column, source.parentColumn()));
      }
    }
    return new ParentStep(
        foreignKey.name(),
        foreignKey.parent(),
        foreignKeyRows.parents(table.id(), foreignKey.name()),
        columns);
  }

  private void addParentValues(ResolvedTable table, ResolvedForeignKey key, List<Step> steps) {
    table
        .computedColumns()
        .filter(column -> !key.columns().contains(column.name()))
        .forEach(
            column -> {
              if (column.source() instanceof ColumnSource.ForeignKeyColumn source
                  && source.foreignKey().equals(key.name())) {
                CopiedColumn copied = copied(table, key, column, source.parentColumn());
                steps.add(
                    new ParentValueStep(key.name(), key.parent(), copied, emptied(table, key)));
              }
            });
  }

  /** The columns of the key that a shape may empty. */
  private static List<String> emptied(ResolvedTable table, ResolvedForeignKey key) {
    return table.shapeGroups().stream()
        .flatMap(group -> group.columns().stream())
        .filter(key.columns()::contains)
        .toList();
  }

  /** A value that the shape needs itself cannot wait for it: the pick alone decides it. */
  private static Step withoutCircle(Step step, List<Step> steps) {
    if (step instanceof ParentValueStep value && needs(value.emptied(), value, steps)) {
      return new ParentValueStep(value.foreignKey(), value.parent(), value.column(), List.of());
    }
    return step;
  }

  private static boolean needs(List<String> columns, Step wanted, List<Step> steps) {
    Set<String> reached = new LinkedHashSet<>(columns);
    List<String> next = List.copyOf(columns);
    while (!next.isEmpty()) {
      List<String> inputs = new ArrayList<>();
      for (Step step : steps) {
        boolean isReached = step != wanted && step.outputs().stream().anyMatch(next::contains);
        inputs.addAll(isReached ? step.inputs() : List.of());
      }
      next = inputs.stream().filter(reached::add).toList();
    }
    return wanted.outputs().stream().anyMatch(reached::contains);
  }

  private CopiedColumn copied(
      ResolvedTable table, ResolvedForeignKey key, ResolvedColumn column, String parentColumn) {
    long factor = factor(table, key, column, parentColumn);
    boolean isValue = !key.columns().contains(column.name());
    boolean mayBeNull =
        key.nullRate() > 0 && (isValue || key.nullColumns().contains(column.name()));
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
