package io.datalchemy.resolution.parent;

import io.datalchemy.catalogue.GeneratorCall;
import io.datalchemy.constraint.Bound;
import io.datalchemy.constraint.ColumnDomain;
import io.datalchemy.resolve.ColumnSource;
import io.datalchemy.resolve.Distinctness;
import io.datalchemy.resolve.ParentPick;
import io.datalchemy.resolve.ResolvedColumn;
import io.datalchemy.resolve.ResolvedForeignKey;
import io.datalchemy.resolve.ResolvedTable;
import io.datalchemy.resolve.RowRanges;
import io.datalchemy.schema.TableId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;

/**
 * A column whose numbers follow the rows: row n holds {@code start + n * step}, or up to {@code
 * slack} more, so that rows with some values can be told without reading any.
 *
 * @param step not 0
 * @param slack below the step; 0 where the column counts the rows
 */
public record RowNumbers(BigDecimal start, BigDecimal step, BigDecimal slack, long rows) {
  private static final int MAX_CHAIN = 100;

  /** Numbers that count the rows. */
  public RowNumbers(BigDecimal start, BigDecimal step, long rows) {
    this(start, step, BigDecimal.ZERO, rows);
  }

  /**
   * The numbers in a column of a resolved table, if it counts: by itself, or through keys of which
   * row n refers to row n.
   */
  public static Optional<RowNumbers> of(
      Map<TableId, ResolvedTable> resolved, TableId table, String column) {
    TableId at = table;
    String name = column;
    for (int chain = 0; chain < MAX_CHAIN && resolved.containsKey(at); chain++) {
      ResolvedTable of = resolved.get(at);
      ColumnSource source = of.column(name).map(ResolvedColumn::source).orElseThrow();
      if (source instanceof ColumnSource.Generated generated) {
        return counter(generated, resolved.get(table).rows());
      }
      Optional<ResolvedForeignKey> same = keyToSameRow(of, source);
      if (same.isEmpty()) {
        return Optional.empty();
      }
      name = ((ColumnSource.ForeignKeyColumn) source).parentColumn();
      at = same.get().parent();
    }
    return Optional.empty();
  }

  private static Optional<ResolvedForeignKey> keyToSameRow(
      ResolvedTable table, ColumnSource source) {
    return source instanceof ColumnSource.ForeignKeyColumn through
        ? table
            .foreignKey(through.foreignKey())
            .filter(key -> key.nullRate() == 0 && key.among().isEmpty())
            .filter(
                key ->
                    key.pick() instanceof ParentPick.OneToOne one
                        && !one.shuffled()
                        && one.parentRows() >= table.rows())
        : Optional.empty();
  }

  private static Optional<RowNumbers> counter(ColumnSource.Generated source, long rows) {
    GeneratorCall call = source.generator();
    if (!source.transforms().isEmpty() || source.nullRate() > 0) {
      return Optional.empty();
    }
    if (call.id().equals("primitive.int.sequence_hint") && !call.params().has("max")) {
      BigDecimal step = number(call, "step").orElse(BigDecimal.ONE);
      BigDecimal start = number(call, "start").orElse(BigDecimal.ONE);
      return Optional.of(new RowNumbers(start, step, rows)).filter(n -> step.signum() != 0);
    }
    boolean isRange = call.id().equals("primitive.int") || call.id().equals("primitive.int.range");
    boolean ascends =
        source.distinct() instanceof Distinctness.Bijection bijection && bijection.ascending();
    return isRange && ascends ? strides(call, rows) : Optional.empty();
  }

  /** Numbers out of equal strides of a range, one for each row. */
  private static Optional<RowNumbers> strides(GeneratorCall call, long rows) {
    Optional<BigDecimal> min = number(call, "min");
    Optional<BigDecimal> max = number(call, "max");
    if (min.isEmpty() || max.isEmpty() || rows == 0) {
      return Optional.empty();
    }
    BigDecimal size = max.get().subtract(min.get()).add(BigDecimal.ONE);
    BigDecimal stride = size.divideToIntegralValue(BigDecimal.valueOf(rows)).max(BigDecimal.ONE);
    return Optional.of(new RowNumbers(min.get(), stride, stride.subtract(BigDecimal.ONE), rows));
  }

  private static Optional<BigDecimal> number(GeneratorCall call, String parameter) {
    return call.params().text(parameter).map(BigDecimal::new);
  }

  /** The rows whose numbers are in a domain of numbers for certain. */
  public RowRanges rowsIn(ColumnDomain domain) {
    RowRanges found = between(domain.min(), domain.max());
    if (domain.allowed().isPresent()) {
      RowRanges listed = RowRanges.all(0);
      for (String value : domain.allowed().get()) {
        listed = listed.or(equalTo(value));
      }
      found = found.and(listed);
    }
    for (String value : domain.excluded()) {
      found = found.and(allBut(touching(value)));
    }
    return found;
  }

  /** The least of the numbers. */
  public BigDecimal least() {
    return start.min(last());
  }

  /** The greatest of the numbers. */
  public BigDecimal greatest() {
    return start.max(last()).add(slack);
  }

  private BigDecimal last() {
    return start.add(step.multiply(BigDecimal.valueOf(Math.max(0, rows - 1))));
  }

  private RowRanges equalTo(String value) {
    Bound bound = new Bound(value, true);
    return between(Optional.of(bound), Optional.of(bound));
  }

  /** The rows that may hold the value. */
  private RowRanges touching(String value) {
    BigDecimal lowest = new BigDecimal(value).subtract(slack);
    return new RowNumbers(start, step, rows)
        .between(
            Optional.of(new Bound(lowest.toPlainString(), true)),
            Optional.of(new Bound(value, true)));
  }

  private RowRanges allBut(RowRanges one) {
    RowRanges before = RowRanges.all(rows);
    for (RowRanges.Range range : one.ranges()) {
      RowRanges after = range.end() < rows ? RowRanges.of(range.end(), rows) : RowRanges.all(0);
      before = before.and(RowRanges.all(range.first()).or(after));
    }
    return before;
  }

  private RowRanges between(Optional<Bound> min, Optional<Bound> max) {
    Optional<Bound> lower = step.signum() > 0 ? min : max;
    Optional<Bound> upper = (step.signum() > 0 ? max : min).map(this::withoutSlack);
    BigDecimal first = lower.map(this::firstRow).orElse(BigDecimal.ZERO).max(BigDecimal.ZERO);
    BigDecimal end = upper.map(this::endRow).orElse(BigDecimal.valueOf(rows));
    end = end.min(BigDecimal.valueOf(rows));
    return first.compareTo(end) < 0
        ? RowRanges.of(first.longValueExact(), end.longValueExact())
        : RowRanges.all(0);
  }

  private Bound withoutSlack(Bound bound) {
    return new Bound(
        new BigDecimal(bound.value()).subtract(slack).toPlainString(), bound.inclusive());
  }

  /** The first row that is not before the bound. */
  private BigDecimal firstRow(Bound bound) {
    BigDecimal row = row(bound, RoundingMode.CEILING);
    return !bound.inclusive() && isAt(row, bound) ? row.add(BigDecimal.ONE) : row;
  }

  /** The row after the last that is not beyond the bound. */
  private BigDecimal endRow(Bound bound) {
    BigDecimal row = row(bound, RoundingMode.FLOOR);
    return !bound.inclusive() && isAt(row, bound) ? row : row.add(BigDecimal.ONE);
  }

  private BigDecimal row(Bound bound, RoundingMode rounding) {
    return new BigDecimal(bound.value()).subtract(start).divide(step, 0, rounding);
  }

  private boolean isAt(BigDecimal row, Bound bound) {
    return start.add(step.multiply(row)).compareTo(new BigDecimal(bound.value())) == 0;
  }
}
