package io.datalchemy.registry;

import com.fasterxml.jackson.databind.JsonNode;
import io.datalchemy.catalogue.ParameterDeclaration;
import io.datalchemy.catalogue.Parameters;
import io.datalchemy.generator.scalar.Moments;
import io.datalchemy.problem.NearMatch;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Whether parameters are those that a declaration names, each of the JSON type that it says. */
final class ParameterCheck {
  private ParameterCheck() {}

  /** What is wrong, in words; empty if nothing is. */
  static List<String> problems(List<ParameterDeclaration> declared, Parameters params) {
    List<String> found = new ArrayList<>();
    List<String> names = declared.stream().map(ParameterDeclaration::name).toList();
    for (String name : params.values().keySet()) {
      if (!names.contains(name)) {
        found.add(name + ": unknown parameter; " + NearMatch.hint(name, names));
      }
    }
    for (ParameterDeclaration declaration : declared) {
      Optional<JsonNode> value = params.find(declaration.name());
      if (value.isEmpty() && declaration.required()) {
        found.add(declaration.name() + ": missing; " + declaration.summary());
      }
      value
          .flatMap(v -> mismatch(declaration.type(), v).or(() -> outside(declaration, v)))
          .ifPresent(rule -> found.add(declaration.name() + ": " + rule));
    }
    return found;
  }

  private static Optional<String> outside(ParameterDeclaration declaration, JsonNode value) {
    return declaration.brokenBy(value).map(rule -> rule + ", was " + value.asText());
  }

  private static Optional<String> mismatch(ParameterDeclaration.Type type, JsonNode value) {
    return switch (type) {
      case INTEGER ->
          unless(value.isIntegralNumber() && value.canConvertToLong(), "a whole number", value);
      case DECIMAL -> unless(value.isNumber() || reads(value, BigDecimal::new), "a number", value);
      case BOOLEAN -> unless(value.isBoolean(), "true or false", value);
      case TEXT, EXPRESSION -> unless(value.isTextual(), "a text", value);
      case SCALAR -> unless(value.isValueNode(), "a text, a number or true or false", value);
      case DATE -> unless(reads(value, Moments::day), "a date like 2026-01-31", value);
      case TIME -> unless(reads(value, Moments::timeMicros), "a time like 13:30:00", value);
      case TIMESTAMP ->
          unless(reads(value, Moments::micros), "a timestamp like 2026-01-31T13:30:00", value);
      case LIST -> unless(isList(value, JsonNode::isValueNode), "a list of values", value);
      case COLUMNS -> unless(isList(value, JsonNode::isTextual), "a list of column names", value);
      case DISTRIBUTION -> unless(isDistribution(value), "a kind or an object {kind, …}", value);
      case CHOICES ->
          unless(isList(value, ParameterCheck::isChoice), "a list of {value, weight}", value);
      case TRANSITIONS ->
          unless(
              isList(value, ParameterCheck::isTransition), "a list of {from, to, weight}", value);
      case GENERATOR ->
          unless(isGenerator(value), "a generator's id or {id, locale, params}", value);
      case GENERATORS ->
          unless(isList(value, ParameterCheck::isGenerator), "a list of generators", value);
    };
  }

  private static Optional<String> unless(boolean holds, String rule, JsonNode value) {
    return holds ? Optional.empty() : Optional.of("must be " + rule + ", was " + value);
  }

  private static boolean reads(JsonNode value, Consumer<String> reader) {
    if (!value.isTextual()) {
      return false;
    }
    try {
      reader.accept(value.asText());
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static boolean isList(
      JsonNode value, java.util.function.Predicate<JsonNode> holdsForEach) {
    if (!value.isArray()) {
      return false;
    }
    for (JsonNode element : value) {
      if (!holdsForEach.test(element)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isGenerator(JsonNode value) {
    return value.isTextual() || value.path("id").isTextual();
  }

  private static boolean isDistribution(JsonNode value) {
    return value.isTextual() || value.path("kind").isTextual();
  }

  private static boolean isTransition(JsonNode element) {
    boolean isWeighed = element.path("weight").isNumber();
    return element.path("from").isValueNode()
        && element.path("to").isValueNode()
        && element.size() == (isWeighed ? 3 : 2);
  }

  private static boolean isChoice(JsonNode element) {
    return element.isObject()
        && element.path("value").isValueNode()
        && element.path("weight").isNumber()
        && element.size() == 2;
  }
}
