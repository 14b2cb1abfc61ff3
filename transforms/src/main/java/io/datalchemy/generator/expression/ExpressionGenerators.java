package io.datalchemy.generator.expression;

import io.datalchemy.generator.GeneratorFactory;
import io.datalchemy.generator.GeneratorFactory.GeneratorProvider;
import java.util.List;

/** The generators that evaluate SQL expressions. */
public final class ExpressionGenerators implements GeneratorProvider {
  @Override
  public List<GeneratorFactory> factories() {
    return List.of(new ExpressionFactory(), new BoundedFactory());
  }
}
