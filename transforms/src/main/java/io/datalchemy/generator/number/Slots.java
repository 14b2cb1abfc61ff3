package io.datalchemy.generator.number;

import io.datalchemy.generator.Cells;
import io.datalchemy.generator.GeneratorRequest;
import io.datalchemy.generator.RowNumbered;
import io.datalchemy.generator.ValueGenerator;
import io.datalchemy.generator.scalar.PlainText;
import io.datalchemy.random.CellRandom;
import io.datalchemy.type.TypeFamily;
import io.datalchemy.type.ValueType;
import io.datalchemy.vector.ColumnVector;
import java.util.Optional;
import java.util.function.LongUnaryOperator;

/**
 * Ranges within slots of a line of numbers or time, none of which reaches into another slot; or
 * only where they start or end. Immutable and thread-safe.
 *
 * <p>An index is a slot and one of its variants: where in the slot the range starts, and how long
 * it is. A quarter of them fill their slot and touch the next.
 */
public final class Slots implements ValueGenerator, RowNumbered {
  private static final long VARIANTS = 1L << 16;
  private static final long VARIANT_GAMMA = 0x9E3779B97F4A7C15L;

  private final Line line;
  private final long slots;
  private final String part;
  private final boolean isClosed;

  private Slots(Line line, long slots, String part, boolean isClosed) {
    this.line = line;
    this.slots = slots;
    this.part = part;
    this.isClosed = isClosed;
  }

  /** The generator of a column; without {@code slots}, its numbers count how many there can be. */
  public static ValueGenerator generator(GeneratorRequest request) {
    boolean isRange = request.type().family() == TypeFamily.RANGE;
    String part = request.params().text("part").orElse(isRange ? "range" : "start");
    String bounds = request.params().text("bounds").orElse("[)");
    if (isRange != part.equals("range") || !part.matches("range|start|end")) {
      throw new IllegalArgumentException(
          "part: must be range for a range, start or end for its ends, was '" + part + "'");
    }
    LineLimits limits = LineLimits.of(request);
    long slots = request.params().integer("slots").orElse(0L);
    if (slots < 0 || slots > limits.maxSlots()) {
      throw new IllegalArgumentException(
          "slots: must be from 1 to " + limits.maxSlots() + ", was " + slots);
    }
    Line line = limits.line(Math.max(1, slots));
    long count = slots == 0 ? limits.maxSlots() : slots;
    Slots found = new Slots(line, count, part, bounds.equals("[]"));
    return slots == 0 ? new Unplaced(found) : found;
  }

  /**
   * A line cut into slots.
   *
   * @param type the type of its points, {@code first} the first one, in the type's longs
   * @param unit what starts and lengths are multiples of; {@code units} make a slot, at least two
   */
  record Line(ValueType type, long first, long unit, long units) {}

  @Override
  public void fill(Cells cells, ColumnVector out) {
    for (int i = 0; i < cells.size(); i++) {
      write(CellRandom.below(cells.bits(i), size()), out, i);
    }
  }

  @Override
  public Optional<RowNumbered> rowNumbered() {
    return Optional.of(this);
  }

  @Override
  public long size() {
    return slots * VARIANTS;
  }

  @Override
  public boolean isDistinct() {
    return false;
  }

  @Override
  public void fill(Cells cells, LongUnaryOperator numberOfRow, ColumnVector out) {
    for (int i = 0; i < cells.size(); i++) {
      write(numberOfRow.applyAsLong(cells.row(i)), out, i);
    }
  }

  private void write(long index, ColumnVector out, int i) {
    long base = line.first() + index / VARIANTS * line.units() * line.unit();
    long bits = CellRandom.mix((index + 1) * VARIANT_GAMMA);
    long room = isClosed ? line.units() - 1 : line.units();
    boolean isFull = (bits & 3) == 0;
    long length = isFull ? room : 1 + CellRandom.below(CellRandom.more(bits, 1), room);
    long offset = CellRandom.below(CellRandom.more(bits, 2), room - length + 1);
    long start = base + offset * line.unit();
    long end = start + length * line.unit();
    switch (part) {
      case "start" -> out.setLong(i, start);
      case "end" -> out.setLong(i, end);
      default -> putRange(start, end, out, i);
    }
  }

  private void putRange(long start, long end, ColumnVector out, int i) {
    out.begin(i);
    out.put('[');
    putBound(start, out);
    out.put(',');
    putBound(end, out);
    out.put(')');
    out.end(i);
  }

  private void putBound(long value, ColumnVector out) {
    boolean hasSpace =
        line.type().family() == TypeFamily.TIMESTAMP
            || line.type().family() == TypeFamily.TIMESTAMPTZ;
    if (hasSpace) {
      out.put('"');
    }
    PlainText.putLong(line.type(), value, out);
    if (hasSpace) {
      out.put('"');
    }
  }

  /** A line whose slots are not counted yet: values of its first slot, and how many could be. */
  private record Unplaced(Slots most) implements ValueGenerator, RowNumbered {
    @Override
    public void fill(Cells cells, ColumnVector out) {
      for (int i = 0; i < cells.size(); i++) {
        most.write(CellRandom.below(cells.bits(i), VARIANTS), out, i);
      }
    }

    @Override
    public Optional<RowNumbered> rowNumbered() {
      return Optional.of(this);
    }

    @Override
    public long size() {
      return most.slots;
    }

    @Override
    public boolean isDistinct() {
      return false;
    }

    @Override
    public void fill(Cells cells, LongUnaryOperator numberOfRow, ColumnVector out) {
      fill(cells, out);
    }
  }
}
