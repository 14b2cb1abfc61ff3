package io.datalchemy.pipeline;

import io.datalchemy.catalogue.GeneratorDeclaration;
import io.datalchemy.generator.GeneratorFactory;
import io.datalchemy.generator.GeneratorRequest;
import io.datalchemy.generator.ValueGenerator;
import io.datalchemy.type.TypeFamily;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A generator of numbers that throws at row 700: what any generator's defect looks like. */
public final class FailsAtRow700 implements GeneratorFactory {
  static final String ID = "test.fails_at_row_700";

  /** Makes the generator known as any third party's. */
  public static final class Provider implements GeneratorProvider {
    @Override
    public List<GeneratorFactory> factories() {
      return List.of(new FailsAtRow700());
    }
  }

  @Override
  public GeneratorDeclaration declaration() {
    return new GeneratorDeclaration(
        ID, "Fails.", List.of(), Set.of(TypeFamily.INTEGER), Optional.empty(), 1);
  }

  @Override
  public ValueGenerator create(GeneratorRequest request) {
    return (cells, out) -> {
      for (int i = 0; i < cells.size(); i++) {
        if (cells.row(i) == 700) {
          throw new IllegalStateException("row 700: is where this generator fails");
        }
        out.setLong(i, cells.row(i));
      }
    };
  }
}
