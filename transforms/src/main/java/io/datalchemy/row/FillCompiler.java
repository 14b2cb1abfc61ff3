package io.datalchemy.row;

import io.datalchemy.catalogue.TransformCall;
import io.datalchemy.foreign.ForeignKeyRows;
import io.datalchemy.generator.ValueGenerator;
import io.datalchemy.random.CellRandom;
import io.datalchemy.registry.Generators;
import io.datalchemy.resolve.ColumnSource;
import io.datalchemy.resolve.Distinctness;
import io.datalchemy.resolve.ResolvedColumn;
import io.datalchemy.resolve.ResolvedPlan;
import io.datalchemy.resolve.ResolvedTable;
import io.datalchemy.transform.DistinctInput;
import io.datalchemy.type.ValueType;
import java.util.ArrayList;
import java.util.List;

/** Turns a generated column source into the generator, streams and index of its values. */
final class FillCompiler {
  private final ResolvedPlan plan;
  private final Generators generators;
  private final RowIndexes indexes;

  FillCompiler(ResolvedPlan plan, Generators generators, ForeignKeyRows foreignKeyRows) {
    this.plan = plan;
    this.generators = generators.forPlan(plan.locale(), plan.asOf());
    this.indexes = new RowIndexes(plan, foreignKeyRows);
  }

  ColumnFill fill(ResolvedTable table, ResolvedColumn column, ColumnSource.Generated source) {
    List<String> inputs = generators.inputColumns(source.generator());
    List<ValueType> inputTypes =
        inputs.stream().map(name -> table.column(name).orElseThrow().type()).toList();
    DistinctInput needed = needed(column.type(), source);
    ValueGenerator generator =
        generators.create(source.generator(), needed.type(), inputTypes, needed.caseInsensitive());
    return new ColumnFill(
        column.name(),
        column.type(),
        key(table, column, "value"),
        recordKey(table, source),
        generator,
        indexes.of(table, column, source.distinct(), generator),
        inputs,
        transforms(table, column, source),
        source.nullRate(),
        key(table, column, "null"));
  }

  private List<ColumnFill.StreamedTransform> transforms(
      ResolvedTable table, ResolvedColumn column, ColumnSource.Generated source) {
    List<ColumnFill.StreamedTransform> compiled = new ArrayList<>();
    for (TransformCall call : source.transforms()) {
      var transform = generators.createTransform(call, column.type());
      long stream = key(table, column, "transform " + compiled.size() + " " + call.id());
      compiled.add(new ColumnFill.StreamedTransform(transform, stream));
    }
    return compiled;
  }

  /** What the generator must give so that unique values differ after the transforms too. */
  private static DistinctInput needed(ValueType type, ColumnSource.Generated source) {
    boolean isFolded = RowIndexes.caseInsensitive(source.distinct());
    return source.distinct() instanceof Distinctness.None
        ? new DistinctInput(type, isFolded)
        : DistinctInput.of(source.transforms(), type, isFolded).input().orElseThrow();
  }

  /** One stream for all columns of a table that name the same record, or none. */
  private long recordKey(ResolvedTable table, ColumnSource.Generated source) {
    String record = source.generator().params().text("entity").orElse("");
    return CellRandom.key(plan.seedBits(), table.schema(), table.table(), record, "entity");
  }

  private long key(ResolvedTable table, ResolvedColumn column, String purpose) {
    return CellRandom.key(plan.seedBits(), table.schema(), table.table(), column.name(), purpose);
  }
}
