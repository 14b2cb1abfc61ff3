package io.datalchemy.generator.primitive;

import io.datalchemy.generator.Cells;
import io.datalchemy.generator.ValueGenerator;
import io.datalchemy.generator.ValueSpace;
import io.datalchemy.type.ValueType;
import io.datalchemy.vector.ColumnVector;
import java.util.Optional;

/** Ranges that hold one value: right for any order that the subtype may have. */
record SingleValueRange(ValueGenerator values, ValueType subtype, boolean isMultirange)
    implements ValueGenerator {
  @Override
  public void fill(Cells cells, ColumnVector out) {
    ColumnVector ends = new ColumnVector(subtype, cells.size());
    values.fill(cells, ends);
    for (int i = 0; i < cells.size(); i++) {
      write(ends, i, out, i);
    }
  }

  private void write(ColumnVector ends, int from, ColumnVector out, int to) {
    out.begin(to);
    if (isMultirange) {
      out.put('{');
    }
    out.put('[');
    QuotedText.putIfNeeded(ends, from, out);
    out.put(',');
    QuotedText.putIfNeeded(ends, from, out);
    out.put(']');
    if (isMultirange) {
      out.put('}');
    }
    out.end(to);
  }

  @Override
  public Optional<ValueSpace> space() {
    return values.space().map(Space::new);
  }

  private final class Space implements ValueSpace {
    private final ValueSpace ends;

    Space(ValueSpace ends) {
      this.ends = ends;
    }

    @Override
    public long size() {
      return ends.size();
    }

    @Override
    public boolean caseInsensitive() {
      return ends.caseInsensitive();
    }

    @Override
    public void write(long index, ColumnVector out, int i) {
      ColumnVector end = new ColumnVector(subtype, 1);
      ends.write(index, end, 0);
      SingleValueRange.this.write(end, 0, out, i);
    }
  }
}
