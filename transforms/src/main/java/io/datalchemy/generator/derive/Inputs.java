package io.datalchemy.generator.derive;

import io.datalchemy.generator.GeneratorRequest;

/** Whether a call names as many input columns as its generator reads. */
final class Inputs {
  private Inputs() {}

  static void require(GeneratorRequest request, int least, int most) {
    int count = request.inputTypes().size();
    if (count < least || count > most) {
      String rule = least == most ? Integer.toString(least) : least + " to " + most;
      throw new IllegalArgumentException(
          "input_columns: must name " + rule + " columns, was " + count);
    }
  }
}
