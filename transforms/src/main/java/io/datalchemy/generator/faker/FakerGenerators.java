package io.datalchemy.generator.faker;

import io.datalchemy.generator.GeneratorFactory;
import io.datalchemy.generator.GeneratorFactory.GeneratorProvider;
import java.util.List;
import java.util.stream.Stream;

/** The {@code faker.*} generators that are no other name of another one. */
public final class FakerGenerators implements GeneratorProvider {
  @Override
  public List<GeneratorFactory> factories() {
    return Stream.of(
            AddressFactories.all(),
            CodeFactories.all(),
            ColourFactories.all(),
            CompanyFactories.all(),
            FileFactories.all(),
            InternetFactories.all(),
            PersonFactories.all(),
            ProseFactories.all())
        .flatMap(List::stream)
        .toList();
  }
}
