package io.datalchemy.generator.derive;

import static io.datalchemy.catalogue.ParameterDeclaration.Type.COLUMNS;
import static io.datalchemy.catalogue.ParameterDeclaration.Type.SCALAR;

import io.datalchemy.catalogue.GeneratorDeclaration;
import io.datalchemy.catalogue.Parameters;
import io.datalchemy.generator.DeclarationBuilder;
import io.datalchemy.generator.GeneratorFactory;
import io.datalchemy.generator.GeneratorRequest;
import io.datalchemy.generator.ValueGenerator;
import io.datalchemy.type.TypeFamily;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code derive.ordered}: a value between those of other columns of the row.
 *
 * <p>Its inputs are the columns of {@code at_least}, {@code more_than}, {@code at_most} and {@code
 * less_than}, one list after the other.
 */
final class OrderedFactory implements GeneratorFactory {
  static final List<String> ROLES = List.of("at_least", "more_than", "at_most", "less_than");

  private static final GeneratorDeclaration DECLARATION =
      DeclarationBuilder.of("derive.ordered", "A value between those of other columns")
          .optional("at_least", COLUMNS, "Columns that it is not below")
          .optional("more_than", COLUMNS, "Columns that it is above")
          .optional("at_most", COLUMNS, "Columns that it is not above")
          .optional("less_than", COLUMNS, "Columns that it is below")
          .optional("min", SCALAR, "The smallest value")
          .optional("max", SCALAR, "The largest value")
          .produces(
              TypeFamily.INTEGER,
              TypeFamily.DECIMAL,
              TypeFamily.FLOAT,
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
    return request.type().family() == TypeFamily.FLOAT
        ? OrderedFloats.generator(request)
        : OrderedGenerator.generator(request);
  }

  /** The role of each input, as its place among {@link #ROLES}. */
  static int[] roles(Parameters params) {
    List<Integer> roles = new ArrayList<>();
    for (int role = 0; role < ROLES.size(); role++) {
      for (int k = 0; k < params.texts(ROLES.get(role)).size(); k++) {
        roles.add(role);
      }
    }
    return roles.stream().mapToInt(Integer::intValue).toArray();
  }
}
