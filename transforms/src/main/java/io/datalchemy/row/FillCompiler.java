package io.datalchemy.row;

import io.datalchemy.catalogue.TransformCall;
import io.datalchemy.foreign.ForeignKeyRows;
import io.datalchemy.foreign.GroupedRows;
import io.datalchemy.generator.ValueGenerator;
import io.datalchemy.random.CellRandom;
import io.datalchemy.random.Permutation;
import io.datalchemy.registry.Generators;
import io.datalchemy.resolve.ColumnSource;
import io.datalchemy.resolve.Distinctness;
import io.datalchemy.resolve.ResolvedColumn;
import io.datalchemy.resolve.ResolvedPlan;
import io.datalchemy.resolve.ResolvedTable;
import io.datalchemy.type.ValueType;
import java.util.ArrayList;
import java.util.List;

/** Turns a generated column source into the generator, streams and index of its values. */
final class FillCompiler {
  private final ResolvedPlan plan;
  private final Generators generators;
  private final ForeignKeyRows foreignKeyRows;

  FillCompiler(ResolvedPlan plan, Generators generators, ForeignKeyRows foreignKeyRows) {
    this.plan = plan;
    this.generators = generators.forPlan(plan.locale(), plan.asOf());
    this.foreignKeyRows = foreignKeyRows;
  }

  ColumnFill fill(ResolvedTable table, ResolvedColumn column, ColumnSource.Generated source) {
    List<String> inputs = generators.inputColumns(source.generator());
    List<ValueType> inputTypes =
        inputs.stream().map(name -> table.column(name).orElseThrow().type()).toList();
    ValueGenerator generator =
        generators.create(
            source.generator(), column.type(), inputTypes, caseInsensitive(source.distinct()));
    return new ColumnFill(
        column.name(),
        column.type(),
        key(table, column, "value"),
        generator,
        indexes(table, source.distinct(), generator),
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

  private ColumnFill.IndexOfRow indexes(
      ResolvedTable table, Distinctness distinct, ValueGenerator generator) {
    if (distinct instanceof Distinctness.None) {
      return null;
    }
    long size = generator.space().orElseThrow().size();
    if (distinct instanceof Distinctness.Bijection bijection) {
      long key = constraintKey(table, bijection.constraint());
      return bijection.ascending()
          ? ascending(key, size, table.rows())
          : row -> Permutation.apply(key, size, row);
    }
    if (distinct instanceof Distinctness.WithinParent within) {
      long key = constraintKey(table, within.constraint());
      GroupedRows siblings = foreignKeyRows.groups(table.id(), within.foreignKey()).orElseThrow();
      return row -> withinParent(siblings, key, size, row);
    }
    Distinctness.Digit digit = (Distinctness.Digit) distinct;
    long key = constraintKey(table, digit.constraint());
    return row -> Permutation.apply(key, digit.total(), row) / digit.divisor() % digit.modulus();
  }

  private static long withinParent(GroupedRows siblings, long key, long size, long row) {
    long parent = siblings.parentOf(row);
    long place = row - siblings.firstChild(parent);
    return Permutation.apply(CellRandom.bits(key, parent), size, place);
  }

  /** One index out of each of the rows' equal strides, so that values ascend with the row. */
  private static ColumnFill.IndexOfRow ascending(long key, long size, long rows) {
    long stride = Math.max(1, size / Math.max(1, rows));
    return row -> row * stride + CellRandom.below(CellRandom.bits(key, row), stride);
  }

  private static boolean caseInsensitive(Distinctness distinct) {
    if (distinct instanceof Distinctness.Bijection bijection) {
      return bijection.caseInsensitive();
    }
    if (distinct instanceof Distinctness.WithinParent within) {
      return within.caseInsensitive();
    }
    return distinct instanceof Distinctness.Digit digit && digit.caseInsensitive();
  }

  private long constraintKey(ResolvedTable table, String constraint) {
    return CellRandom.key(plan.seedBits(), table.schema(), table.table(), constraint, "constraint");
  }

  private long key(ResolvedTable table, ResolvedColumn column, String purpose) {
    return CellRandom.key(plan.seedBits(), table.schema(), table.table(), column.name(), purpose);
  }
}
