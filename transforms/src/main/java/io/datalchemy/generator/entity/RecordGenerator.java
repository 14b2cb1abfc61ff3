package io.datalchemy.generator.entity;

import io.datalchemy.generator.Cells;
import io.datalchemy.generator.GeneratorRequest;
import io.datalchemy.generator.RowNumbered;
import io.datalchemy.generator.ValueGenerator;
import io.datalchemy.vector.ColumnVector;
import java.util.Optional;
import java.util.function.LongUnaryOperator;

/** Fills a column with one part of the records that it shares with others of its table. */
final class RecordGenerator implements ValueGenerator, RowNumbered {
  private final Part part;
  private final Anchors anchors;
  private final long today;

  private RecordGenerator(Part part, Anchors anchors, long today) {
    this.part = part;
    this.anchors = anchors;
    this.today = today;
  }

  static RecordGenerator of(Part part, GeneratorRequest request) {
    return new RecordGenerator(part, Anchors.of(request), request.asOf().toEpochDay());
  }

  @Override
  public void fill(Cells cells, ColumnVector out) {
    fill(cells, null, out);
  }

  @Override
  public Optional<RowNumbered> rowNumbered() {
    return part.numbers() > 0 ? Optional.of(this) : Optional.empty();
  }

  @Override
  public long size() {
    return part.numbers();
  }

  @Override
  public boolean isDistinct() {
    return true;
  }

  @Override
  public void fill(Cells cells, LongUnaryOperator numberOfRow, ColumnVector out) {
    Facts facts = new Facts(cells, anchors, today, numberOfRow);
    for (int i = 0; i < cells.size(); i++) {
      facts.moveTo(i);
      part.writer().write(facts, out, i);
    }
  }
}
