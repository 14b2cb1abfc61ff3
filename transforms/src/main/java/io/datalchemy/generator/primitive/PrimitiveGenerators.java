package io.datalchemy.generator.primitive;

import io.datalchemy.generator.GeneratorFactory;
import io.datalchemy.generator.GeneratorFactory.GeneratorProvider;
import java.util.List;
import java.util.stream.Stream;

/** The {@code primitive.*} generators. */
public final class PrimitiveGenerators implements GeneratorProvider {
  @Override
  public List<GeneratorFactory> factories() {
    return Stream.of(
            NumberFactories.all(),
            MomentFactories.all(),
            TextFactories.all(),
            ChoiceFactories.all(),
            BinaryFactories.all(),
            StructureFactories.all())
        .flatMap(List::stream)
        .toList();
  }
}
