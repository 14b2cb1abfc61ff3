package io.datalchemy.generator.domain;

import static io.datalchemy.catalogue.ParameterDeclaration.Type.COLUMNS;
import static io.datalchemy.catalogue.ParameterDeclaration.Type.TRANSITIONS;

import io.datalchemy.generator.Cells;
import io.datalchemy.generator.DeclarationBuilder;
import io.datalchemy.generator.GeneratorFactory;
import io.datalchemy.generator.GeneratorRequest;
import io.datalchemy.generator.ValueGenerator;
import io.datalchemy.generator.choice.ChoiceGenerator;
import io.datalchemy.type.TypeFamily;
import io.datalchemy.vector.ColumnVector;
import java.util.ArrayList;
import java.util.List;

/**
 * The stage that something is in after having been in so many, by the weights of the transitions.
 *
 * <p>All stages but the last are those of the line. None counts as one, and more than there are as
 * all. NULL where the number is.
 */
final class StageReached implements ValueGenerator {
  private final List<ChoiceGenerator> byCount;

  private StageReached(List<ChoiceGenerator> byCount) {
    this.byCount = byCount;
  }

  static GeneratorFactory factory() {
    return DeclarationBuilder.of(
            "derive.stage_reached", "The stage after so many, by weighted transitions")
        .required("number", COLUMNS, "The column that counts the stages")
        .required("transitions", TRANSITIONS, "What leads to what, in one line that has ends")
        .produces(TypeFamily.TEXT, TypeFamily.ENUM)
        .made(StageReached::generator);
  }

  private static StageReached generator(GeneratorRequest request) {
    StageCount.requireInputs("number", request.inputTypes().size(), 1, 1);
    Stages stages = Stages.of(request.params().find("transitions").orElseThrow());
    List<ChoiceGenerator> byCount = new ArrayList<>();
    byCount.add(choice(request, List.of(stages.line().get(0))));
    for (List<Stages.Next> nexts : stages.after()) {
      byCount.add(
          choice(request, nexts.stream().map(Stages.Next::stage).toList())
              .weighted(nexts.stream().map(Stages.Next::weight).toList()));
    }
    return new StageReached(byCount);
  }

  private static ChoiceGenerator choice(GeneratorRequest request, List<String> stages) {
    return ChoiceGenerator.of("transitions", stages, request.type(), false);
  }

  @Override
  public void fill(Cells cells, ColumnVector out) {
    ColumnVector number = cells.input(0);
    for (int i = 0; i < cells.size(); i++) {
      if (number.isNull(i)) {
        out.setNull(i);
      } else {
        byCount.get(StageCount.place(number, i, byCount.size())).draw(cells.bits(i), out, i);
      }
    }
  }
}
