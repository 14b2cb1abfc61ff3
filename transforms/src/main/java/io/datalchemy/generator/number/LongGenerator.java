package io.datalchemy.generator.number;

import io.datalchemy.generator.Cells;
import io.datalchemy.generator.ValueGenerator;
import io.datalchemy.generator.ValueSpace;
import io.datalchemy.vector.ColumnVector;
import java.util.Optional;

/** Values counted by a long: numbers, dates and times, drawn all alike or one after the other. */
public final class LongGenerator implements ValueGenerator, ValueSpace {
  private final LongRange range;
  private final LongWriter writer;
  private final boolean bySequence;

  private LongGenerator(LongRange range, LongWriter writer, boolean bySequence) {
    this.range = range;
    this.writer = writer;
    this.bySequence = bySequence;
  }

  /** Values drawn from a range. */
  public static LongGenerator drawn(LongRange range, LongWriter writer) {
    return new LongGenerator(range, writer, false);
  }

  /** Row n has the n-th value of the range, and begins again behind its end. */
  public static LongGenerator sequence(LongRange range, LongWriter writer) {
    return new LongGenerator(range, writer, true);
  }

  @Override
  public void fill(Cells cells, ColumnVector out) {
    for (int i = 0; i < cells.size(); i++) {
      long value = bySequence ? range.at(cells.row(i) % range.count()) : range.draw(cells.bits(i));
      writer.write(value, out, i);
    }
  }

  @Override
  public Optional<ValueSpace> space() {
    return Optional.of(this);
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
