package io.datalchemy.pipeline;

import io.datalchemy.catalogue.TransformCall;
import io.datalchemy.pipeline.GenerationReport.PiiColumn;
import io.datalchemy.resolve.ColumnSource;
import io.datalchemy.resolve.ResolvedColumn;
import io.datalchemy.resolve.ResolvedPlan;
import io.datalchemy.resolve.ResolvedTable;
import io.datalchemy.resolve.ShapeGroup;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Counts over the columns of a resolved plan, for the report. */
record ReportTally(ResolvedPlan plan) {

  SortedMap<String, Long> generatorUsage() {
    return usage(source -> Stream.of(source.generator().id()));
  }

  SortedMap<String, Long> transformUsage() {
    return usage(source -> source.transforms().stream().map(TransformCall::id));
  }

  /** The values of each column, for every id that its sources name. */
  private SortedMap<String, Long> usage(Function<ColumnSource.Generated, Stream<String>> ids) {
    SortedMap<String, Long> usage = new TreeMap<>();
    for (ResolvedTable table : plan.tables()) {
      for (ResolvedColumn column : table.columns()) {
        TreeSet<String> used =
            sources(table, column).flatMap(ids).collect(Collectors.toCollection(TreeSet::new));
        used.forEach(id -> usage.merge(id, table.rows(), Long::sum));
      }
    }
    return usage;
  }

  private static Stream<ColumnSource.Generated> sources(
      ResolvedTable table, ResolvedColumn column) {
    Stream<ColumnSource> sources =
        column.source() instanceof ColumnSource.Shaped shaped
            ? shapes(table.shapeGroups().get(shaped.group()), column.name())
            : Stream.of(column.source());
    return sources
        .filter(ColumnSource.Generated.class::isInstance)
        .map(ColumnSource.Generated.class::cast);
  }

  private static Stream<ColumnSource> shapes(ShapeGroup group, String column) {
    int place = group.columns().indexOf(column);
    return Stream.concat(group.shapes().stream(), group.otherShapes().stream())
        .map(shape -> shape.columns().get(place));
  }

  SortedMap<String, Long> piiColumnsTouched() {
    return count(columns().flatMap(column -> column.piiTag().stream()));
  }

  List<PiiColumn> piiColumns() {
    return plan.tables().stream()
        .flatMap(table -> table.columns().stream().flatMap(column -> pii(table, column)))
        .toList();
  }

  private static Stream<PiiColumn> pii(ResolvedTable table, ResolvedColumn column) {
    return column.piiTag().stream()
        .map(tag -> new PiiColumn(table.schema(), table.table(), column.name(), tag, true));
  }

  SortedMap<String, Long> coverage() {
    return coverage(columns());
  }

  static SortedMap<String, Long> coverage(ResolvedTable table) {
    return coverage(table.columns().stream());
  }

  private static SortedMap<String, Long> coverage(Stream<ResolvedColumn> columns) {
    return count(columns.map(column -> lowerCase(column.decidedBy())));
  }

  SortedMap<String, Long> constraintOutcomes() {
    return count(
        plan.tables().stream()
            .flatMap(table -> table.constraints().stream())
            .map(outcome -> lowerCase(outcome.by())));
  }

  /** How many columns were decided by that. */
  long decidedBy(ResolvedColumn.DecidedBy decision) {
    return columns().filter(column -> column.decidedBy() == decision).count();
  }

  private Stream<ResolvedColumn> columns() {
    return plan.tables().stream().flatMap(table -> table.columns().stream());
  }

  private static String lowerCase(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static SortedMap<String, Long> count(Stream<String> keys) {
    SortedMap<String, Long> counts = new TreeMap<>();
    keys.forEach(key -> counts.merge(key, 1L, Long::sum));
    return counts;
  }
}
