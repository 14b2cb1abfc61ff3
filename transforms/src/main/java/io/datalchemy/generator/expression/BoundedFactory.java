package io.datalchemy.generator.expression;

import static io.datalchemy.catalogue.ParameterDeclaration.Type.EXPRESSION;
import static io.datalchemy.catalogue.ParameterDeclaration.Type.SCALAR;

import io.datalchemy.catalogue.GeneratorDeclaration;
import io.datalchemy.generator.DeclarationBuilder;
import io.datalchemy.generator.GeneratorFactory;
import io.datalchemy.generator.GeneratorRequest;
import io.datalchemy.generator.ValueGenerator;
import io.datalchemy.type.TypeFamily;
import java.util.List;

/**
 * {@code derive.bounded}: a value between what SQL expressions over the row's other columns come
 * to.
 */
final class BoundedFactory implements GeneratorFactory {
  static final List<String> ROLES = List.of("at_least", "more_than", "at_most", "less_than");

  private static final GeneratorDeclaration DECLARATION =
      DeclarationBuilder.of("derive.bounded", "A value between those of SQL expressions")
          .optional("at_least", EXPRESSION, "What it is not below")
          .optional("more_than", EXPRESSION, "What it is above")
          .optional("at_most", EXPRESSION, "What it is not above")
          .optional("less_than", EXPRESSION, "What it is below")
          .optional("min", SCALAR, "The smallest value")
          .optional("max", SCALAR, "The largest value")
          .produces(
              TypeFamily.INTEGER,
              TypeFamily.DECIMAL,
              TypeFamily.DATE,
              TypeFamily.TIME,
              TypeFamily.TIMESTAMP,
              TypeFamily.TIMESTAMPTZ)
          .declared();

  @Override
  public GeneratorDeclaration declaration() {
    return DECLARATION;
  }

  @Override
  public ValueGenerator create(GeneratorRequest request) {
    return new BoundedGenerator(request, inputColumns(request.params()));
  }
}
