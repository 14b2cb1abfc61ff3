package io.datalchemy.generator.expression;

import static io.datalchemy.catalogue.ParameterDeclaration.Type.EXPRESSION;

import io.datalchemy.catalogue.GeneratorDeclaration;
import io.datalchemy.generator.Cells;
import io.datalchemy.generator.DeclarationBuilder;
import io.datalchemy.generator.GeneratorFactory;
import io.datalchemy.generator.GeneratorRequest;
import io.datalchemy.generator.ValueGenerator;
import io.datalchemy.type.TypeFamily;
import io.datalchemy.vector.ColumnVector;
import java.util.Arrays;

/** {@code derive.expression}: what an SQL expression over the row's other columns comes to. */
final class ExpressionFactory implements GeneratorFactory {
  private static final String SQL = "expression";

  private static final GeneratorDeclaration DECLARATION =
      DeclarationBuilder.of(
              "derive.expression", "What an SQL expression over other columns of the row comes to")
          .required(SQL, EXPRESSION, "The expression, such as round(price * quantity, 2)")
          .produces(
              Arrays.stream(TypeFamily.values())
                  .filter(family -> family != TypeFamily.OTHER)
                  .toArray(TypeFamily[]::new))
          .declared();

  @Override
  public GeneratorDeclaration declaration() {
    return DECLARATION;
  }

  @Override
  public ValueGenerator create(GeneratorRequest request) {
    RowExpression expression =
        RowExpression.of(
            request.params().text(SQL).orElseThrow(), request.inputTypes(), request.asOf());
    return new Computed(expression, new CellWriter(request.type(), request.maxChars()));
  }

  private record Computed(RowExpression expression, CellWriter writer) implements ValueGenerator {
    @Override
    public void fill(Cells cells, ColumnVector out) {
      for (int i = 0; i < cells.size(); i++) {
        writer.write(expression.value(cells::input, i), out, i);
      }
    }
  }
}
