package io.datalchemy.generator.number;

import io.datalchemy.generator.Cells;
import io.datalchemy.generator.ValueGenerator;
import io.datalchemy.generator.ValueSpace;
import io.datalchemy.generator.distribution.Distribution;
import io.datalchemy.generator.scalar.LongRange;
import io.datalchemy.random.CellRandom;
import io.datalchemy.vector.ColumnVector;
import java.util.Optional;

/**
 * Values counted by a long: numbers, dates and times, drawn all alike, by a distribution or one
 * after the other.
 */
public final class LongGenerator implements ValueGenerator, ValueSpace {
  private final LongRange range;
  private final LongWriter writer;
  private final Order order;
  private final Distribution distribution;

  private LongGenerator(
      LongRange range, LongWriter writer, Order order, Distribution distribution) {
    this.range = range;
    this.writer = writer;
    this.order = order;
    this.distribution = distribution;
  }

  private enum Order {
    EVEN,
    DISTRIBUTED,
    SEQUENCE
  }

  /** Values drawn from a range. */
  public static LongGenerator drawn(LongRange range, LongWriter writer) {
    return new LongGenerator(
        range, writer, Order.EVEN, bits -> CellRandom.below(bits, range.count()));
  }

  /** Values drawn from a range, more of some than of others; all alike without a distribution. */
  public static LongGenerator drawn(
      LongRange range, LongWriter writer, Optional<Distribution> distribution) {
    return distribution
        .map(some -> new LongGenerator(range, writer, Order.DISTRIBUTED, some))
        .orElseGet(() -> drawn(range, writer));
  }

  /** Row n has the n-th value of the range, and begins again behind its end. */
  public static LongGenerator sequence(LongRange range, LongWriter writer) {
    return new LongGenerator(range, writer, Order.SEQUENCE, bits -> 0);
  }

  @Override
  public void fill(Cells cells, ColumnVector out) {
    switch (order) {
      case EVEN -> {
        for (int i = 0; i < cells.size(); i++) {
          writer.write(range.draw(cells.bits(i)), out, i);
        }
      }
      case DISTRIBUTED -> {
        for (int i = 0; i < cells.size(); i++) {
          writer.write(range.at(distribution.index(cells.bits(i))), out, i);
        }
      }
      case SEQUENCE -> {
        for (int i = 0; i < cells.size(); i++) {
          writer.write(range.at(cells.row(i) % range.count()), out, i);
        }
      }
    }
  }

  @Override
  public Optional<ValueSpace> space() {
    return order == Order.DISTRIBUTED ? Optional.empty() : Optional.of(this);
  }

  @Override
  public long size() {
    return range.count();
  }

  @Override
  public boolean caseInsensitive() {
    return true;
  }

  @Override
  public void write(long index, ColumnVector out, int i) {
    writer.write(range.at(index), out, i);
  }
}
