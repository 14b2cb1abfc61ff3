package io.datalchemy.registry;

import io.datalchemy.generator.GeneratorFactory;
import io.datalchemy.generator.GeneratorFactory.GeneratorProvider;
import io.datalchemy.generator.bank.BankGenerators;
import io.datalchemy.generator.brazil.BrazilGenerators;
import io.datalchemy.generator.company.CompanyGenerators;
import io.datalchemy.generator.derive.DeriveGenerators;
import io.datalchemy.generator.document.DocumentGenerators;
import io.datalchemy.generator.domain.DomainGenerators;
import io.datalchemy.generator.entity.EntityGenerators;
import io.datalchemy.generator.expression.ExpressionGenerators;
import io.datalchemy.generator.faker.FakerGenerators;
import io.datalchemy.generator.primitive.PrimitiveGenerators;
import io.datalchemy.generator.semantic.SemanticGenerators;
import io.datalchemy.transform.TransformFactory;
import io.datalchemy.transform.Transforms;
import java.util.ArrayList;
import java.util.List;

/** What the registry starts with: our own factories, then those of providers. */
final class BuiltIn {
  private static final List<GeneratorProvider> OWN =
      List.of(
          new PrimitiveGenerators(),
          new BrazilGenerators(),
          new EntityGenerators(),
          new DocumentGenerators(),
          new BankGenerators(),
          new CompanyGenerators(),
          new SemanticGenerators(),
          new FakerGenerators(),
          new DomainGenerators(),
          new DeriveGenerators(),
          new ExpressionGenerators());

  private BuiltIn() {}

  /** Ours and those of the providers that a class loader finds. */
  static List<GeneratorFactory> generators(ClassLoader loader) {
    List<GeneratorFactory> factories = new ArrayList<>();
    OWN.forEach(provider -> factories.addAll(provider.factories()));
    factories.addAll(Aliases.of(factories));
    factories.addAll(Plugins.factories(loader, List.copyOf(factories)));
    return factories;
  }

  static List<TransformFactory> transforms() {
    return Transforms.factories();
  }
}
