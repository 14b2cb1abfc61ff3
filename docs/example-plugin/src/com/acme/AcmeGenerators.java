package com.acme;

import io.datalchemy.catalogue.ParameterDeclaration.Type;
import io.datalchemy.generator.Cells;
import io.datalchemy.generator.DeclarationBuilder;
import io.datalchemy.generator.GeneratorFactory;
import io.datalchemy.generator.GeneratorRequest;
import io.datalchemy.generator.ValueGenerator;
import io.datalchemy.generator.text.Dictionary;
import io.datalchemy.generator.text.Digits;
import io.datalchemy.generator.text.Sequence;
import io.datalchemy.generator.text.TextGenerator;
import io.datalchemy.random.CellRandom;
import io.datalchemy.type.TypeFamily;
import io.datalchemy.vector.ColumnVector;
import java.util.List;

/** The generators of Acme. */
public final class AcmeGenerators implements GeneratorFactory.GeneratorProvider {
  private static final long STEP = 50;

  @Override
  public List<GeneratorFactory> factories() {
    return List.of(
        // Pieces one after the other: numbered, so that a unique column can have them.
        DeclarationBuilder.of("acme.order_number", "Acme's order numbers")
            .withDefault("branch", Type.TEXT, "SP", "What stands before the number")
            .made(
                request ->
                    TextGenerator.fitting(
                        Sequence.of(
                            request.params().text("branch").orElse("SP"),
                            Dictionary.of("-W-", "-S-"),
                            Digits.fixed(8)),
                        request)),
        // Written by hand: what a cell holds follows from its bits and from nothing else.
        DeclarationBuilder.of("acme.loyalty_points", "Points, in steps of fifty")
            .withDefault("max", Type.INTEGER, "10000", "The most points")
            .within(0, 30_000)
            .produces(TypeFamily.INTEGER)
            .made(AcmeGenerators::points));
  }

  private static ValueGenerator points(GeneratorRequest request) {
    long steps = request.params().integer("max").orElse(10_000L) / STEP + 1;
    return (Cells cells, ColumnVector out) -> {
      for (int i = 0; i < cells.size(); i++) {
        out.setLong(i, CellRandom.below(cells.bits(i), steps) * STEP);
      }
    };
  }
}
