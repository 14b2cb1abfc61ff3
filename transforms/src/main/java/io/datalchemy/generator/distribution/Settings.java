package io.datalchemy.generator.distribution;

import com.fasterxml.jackson.databind.JsonNode;
import io.datalchemy.problem.NearMatch;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** The JSON of a distribution: a kind alone, or an object with a kind and its settings. */
record Settings(String kind, JsonNode node) {
  private static final String KIND = "kind";

  static Settings of(JsonNode node) {
    JsonNode kind = node.isTextual() ? node : node.path(KIND);
    if (!kind.isTextual()) {
      throw wrong(KIND, "must be given, a text", kind);
    }
    return new Settings(kind.textValue(), node);
  }

  /** Refuses settings that the kind does not have. */
  Settings only(String... names) {
    List<String> known = List.of(names);
    for (Iterator<String> given = node.fieldNames(); given.hasNext(); ) {
      String name = given.next();
      if (!name.equals(KIND) && !name.startsWith("x-") && !known.contains(name)) {
        throw new IllegalArgumentException(
            "distribution."
                + name
                + ": unknown setting of "
                + kind
                + "; "
                + (known.isEmpty() ? "it has none" : NearMatch.hint(name, known)));
      }
    }
    return this;
  }

  Optional<JsonNode> find(String name) {
    return Optional.ofNullable(node.get(name)).filter(value -> !value.isNull());
  }

  /** A number, or the default. */
  double number(String name, double ifAbsent) {
    return find(name).map(value -> number(name, value)).orElse(ifAbsent);
  }

  /** A number above 0, or the default. */
  double positive(String name, double ifAbsent) {
    double value = number(name, ifAbsent);
    if (!(value > 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(
          "distribution." + name + ": must be above 0, was " + value);
    }
    return value;
  }

  /** The elements of a list that must be there and not be empty. */
  List<JsonNode> list(String name) {
    JsonNode list = node.path(name);
    if (!list.isArray() || list.isEmpty()) {
      throw wrong(name, "must be a list with an element at least", list);
    }
    List<JsonNode> elements = new ArrayList<>();
    list.forEach(elements::add);
    return elements;
  }

  /** The weight of an element of a list: a number, 0 or more. */
  static double weight(JsonNode element) {
    double weight = element.path("weight").isNumber() ? element.get("weight").doubleValue() : -1;
    if (weight < 0) {
      throw wrong("weight", "must be a number, 0 or more", element.path("weight"));
    }
    return weight;
  }

  static IllegalArgumentException wrong(String name, String rule, JsonNode value) {
    return new IllegalArgumentException(
        "distribution."
            + name
            + ": "
            + rule
            + ", was "
            + (value.isMissingNode() ? "missing" : value));
  }

  private static double number(String name, JsonNode value) {
    if (!value.isNumber()) {
      throw wrong(name, "must be a number", value);
    }
    return value.doubleValue();
  }
}
