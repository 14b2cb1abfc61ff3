package io.datalchemy.row;

import io.datalchemy.generator.Cells;
import io.datalchemy.generator.ValueGenerator;
import io.datalchemy.random.CellRandom;
import io.datalchemy.transform.ValueTransform;
import io.datalchemy.type.ValueType;
import io.datalchemy.vector.ColumnVector;
import io.datalchemy.vector.RowSet;
import java.util.List;

/**
 * How one generated column is filled: its generator or its numbered values, then its transforms,
 * then its NULLs.
 *
 * @param recordKey the stream that it shares with the other columns of its record
 * @param indexes the index into the generator's value space of each row, or null where values may
 *     repeat
 */
record ColumnFill(
    String column,
    ValueType type,
    long key,
    long recordKey,
    ValueGenerator generator,
    IndexOfRow indexes,
    List<String> inputs,
    List<StreamedTransform> transforms,
    double nullRate,
    long nullKey) {

  /** A transform and the stream that its choices come from. */
  record StreamedTransform(ValueTransform transform, long key) {}

  /** Which value of a numbered space a row has. */
  @FunctionalInterface
  interface IndexOfRow {
    long indexOf(long row);
  }

  void fill(RowSet rows, List<ColumnVector> inputVectors, ColumnVector out) {
    if (transforms.isEmpty()) {
      generate(rows, inputVectors, out);
    } else {
      transform(rows, inputVectors, out);
    }
    if (nullRate > 0) {
      setNulls(rows, out);
    }
  }

  private void generate(RowSet rows, List<ColumnVector> inputVectors, ColumnVector out) {
    if (indexes == null) {
      generator.fill(new Cells(key, recordKey, rows, inputVectors), out);
      return;
    }
    if (generator.space().isEmpty()) {
      Cells cells = new Cells(key, recordKey, rows, inputVectors);
      generator.rowNumbered().orElseThrow().fill(cells, indexes::indexOf, out);
      return;
    }
    var space = generator.space().orElseThrow();
    for (int i = 0; i < rows.size(); i++) {
      space.write(indexes.indexOf(rows.row(i)), out, i);
    }
  }

  private void transform(RowSet rows, List<ColumnVector> inputVectors, ColumnVector out) {
    ColumnVector from = new ColumnVector(type, rows.capacity());
    generate(rows, inputVectors, from);
    for (StreamedTransform step : transforms) {
      ColumnVector to = new ColumnVector(type, rows.capacity());
      step.transform().apply(new Cells(step.key(), rows, inputVectors), from, to);
      from = to;
    }
    for (int i = 0; i < rows.size(); i++) {
      out.copyFrom(from, i, i);
    }
  }

  /** A row that is drawn again may be NULL where it was not, and the other way round. */
  private long nullBits(RowSet rows, int i) {
    return rows.draw(i) == 0
        ? CellRandom.bits(nullKey, rows.row(i))
        : CellRandom.bits(nullKey, rows.row(i), rows.draw(i));
  }

  private void setNulls(RowSet rows, ColumnVector out) {
    for (int i = 0; i < rows.size(); i++) {
      if (CellRandom.unit(nullBits(rows, i)) < nullRate) {
        out.setNull(i);
      }
    }
  }
}
