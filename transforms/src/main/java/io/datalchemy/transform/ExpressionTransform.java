package io.datalchemy.transform;

import io.datalchemy.generator.Cells;
import io.datalchemy.generator.GeneratorRequest;
import io.datalchemy.generator.expression.CellWriter;
import io.datalchemy.generator.expression.RowExpression;
import io.datalchemy.vector.ColumnVector;
import java.util.List;

/**
 * {@code transform.expression}: an SQL expression over the value itself, which it calls {@code
 * value}. A NULL stays NULL.
 */
final class ExpressionTransform implements ValueTransform {
  private final RowExpression expression;
  private final CellWriter writer;

  private ExpressionTransform(RowExpression expression, CellWriter writer) {
    this.expression = expression;
    this.writer = writer;
  }

  static ExpressionTransform transform(GeneratorRequest request) {
    String sql = request.params().text("expression").orElseThrow();
    List<String> columns = RowExpression.columns(sql);
    if (!columns.equals(List.of("value"))) {
      throw new IllegalArgumentException(
          "expression: must be over value and nothing else, was over " + columns);
    }
    return new ExpressionTransform(
        RowExpression.of(sql, List.of(request.type()), request.asOf()),
        new CellWriter(request.type(), request.maxChars()));
  }

  @Override
  public void apply(Cells cells, ColumnVector in, ColumnVector out) {
    for (int i = 0; i < cells.size(); i++) {
      writer.write(in.isNull(i) ? null : expression.value(place -> in, i), out, i);
    }
  }
}
