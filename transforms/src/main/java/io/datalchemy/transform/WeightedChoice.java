package io.datalchemy.transform;

import com.fasterxml.jackson.databind.JsonNode;
import io.datalchemy.generator.Cells;
import io.datalchemy.generator.GeneratorRequest;
import io.datalchemy.generator.choice.ChoiceGenerator;
import io.datalchemy.random.CellRandom;
import io.datalchemy.vector.ColumnVector;
import java.util.ArrayList;
import java.util.List;

/** Puts one of some values in place of the value; NULL stays. */
final class WeightedChoice implements ValueTransform {
  private static final int WORD = 8;

  private final ChoiceGenerator choices;

  private WeightedChoice(ChoiceGenerator choices) {
    this.choices = choices;
  }

  static ValueTransform transform(GeneratorRequest request) {
    List<String> values = new ArrayList<>();
    List<Double> weights = new ArrayList<>();
    for (JsonNode choice : request.params().find("choices").orElseThrow()) {
      values.add(choice.path("value").asText());
      weights.add(choice.path("weight").asDouble());
    }
    return new WeightedChoice(
        ChoiceGenerator.of("choices", values, request.type(), false).weighted(weights));
  }

  @Override
  public void apply(Cells cells, ColumnVector in, ColumnVector out) {
    for (int i = 0; i < cells.size(); i++) {
      if (in.isNull(i)) {
        out.setNull(i);
      } else {
        choices.draw(CellRandom.more(cells.bits(i), WORD), out, i);
      }
    }
  }
}
