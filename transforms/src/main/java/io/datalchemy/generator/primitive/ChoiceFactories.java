package io.datalchemy.generator.primitive;

import static io.datalchemy.catalogue.ParameterDeclaration.Type.DECIMAL;
import static io.datalchemy.catalogue.ParameterDeclaration.Type.LIST;
import static io.datalchemy.catalogue.ParameterDeclaration.Type.SCALAR;

import io.datalchemy.generator.DeclarationBuilder;
import io.datalchemy.generator.GeneratorFactory;
import io.datalchemy.generator.GeneratorRequest;
import io.datalchemy.generator.ValueGenerator;
import io.datalchemy.generator.choice.ChoiceGenerator;
import io.datalchemy.generator.distribution.Distributions;
import io.datalchemy.type.TypeFamily;
import io.datalchemy.type.ValueType;
import java.util.List;
import java.util.Optional;

/** Truth values, enums, lists of values and constants. */
final class ChoiceFactories {
  private ChoiceFactories() {}

  static List<GeneratorFactory> all() {
    return List.of(
        DeclarationBuilder.of("primitive.bool", "True or false")
            .withDefault("true_rate", DECIMAL, "0.5", "The share of true")
            .within(0, 1)
            .produces(TypeFamily.BOOLEAN)
            .made(ChoiceFactories::bool),
        DeclarationBuilder.of("primitive.enum", "One of a list, by default an enum's labels")
            .optional("values", LIST, "The values to choose from; the labels if left out")
            .optional("weights", LIST, "How often each value is drawn; all alike if left out")
            .distributable()
            .produces(TypeFamily.values())
            .made(ChoiceFactories::enumerated),
        DeclarationBuilder.of("primitive.constant", "Always the same value")
            .required("value", SCALAR, "The value, as the column's type writes it")
            .produces(TypeFamily.values())
            .made(ChoiceFactories::constant));
  }

  private static ValueGenerator bool(GeneratorRequest request) {
    double rate = request.params().decimal("true_rate").map(Number::doubleValue).orElse(0.5);
    if (!(rate >= 0 && rate <= 1)) {
      throw new IllegalArgumentException("true_rate: must be from 0 to 1, was " + rate);
    }
    return ChoiceGenerator.of("value", List.of("false", "true"), request.type(), false)
        .weighted(List.of(1 - rate, rate));
  }

  private static ValueGenerator enumerated(GeneratorRequest request) {
    List<String> values =
        request.params().has("values") ? request.params().texts("values") : labels(request.type());
    if (values.isEmpty()) {
      throw new IllegalArgumentException("values: missing; a column without labels needs a list");
    }
    ChoiceGenerator choice =
        ChoiceGenerator.of("values", values, request.type(), request.caseInsensitive());
    Optional<List<Double>> weights = Distributions.over(values, request.params());
    if (!request.params().has("weights")) {
      return weights.map(choice::weighted).orElse(choice);
    }
    if (weights.isPresent()) {
      throw new IllegalArgumentException("weights: say the same as distribution; leave one out");
    }
    return choice.weighted(
        request.params().texts("weights").stream().map(ChoiceFactories::weight).toList());
  }

  private static List<String> labels(ValueType type) {
    return type.family() == TypeFamily.ENUM ? type.labels() : List.of();
  }

  private static Double weight(String text) {
    try {
      return Double.valueOf(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("weights: must be numbers, was '" + text + "'", e);
    }
  }

  private static ValueGenerator constant(GeneratorRequest request) {
    String value = request.params().text("value").orElseThrow();
    return ChoiceGenerator.of("value", List.of(value), request.type(), false);
  }
}
