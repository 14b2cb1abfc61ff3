package io.datalchemy.diff;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What one thing is, in a few words: said where it comes or goes. */
final class Summary {
  private Summary() {}

  static String of(JsonNode one) {
    if (one.has("tables")) {
      return count(one.path("tables").size(), "table");
    }
    if (one.has("constraints")) {
      return count(one.path("columns").size(), "column");
    }
    if (one.has("column_type") || one.has("base_type")) {
      return typed(one);
    }
    if (one.has("referenced_table")) {
      return foreignKey(one);
    }
    return Stream.of("definition", "expression", "labels", "data_type", "comment", "columns")
        .flatMap(field -> ValueText.of(field, one.path(field)).stream())
        .findFirst()
        .orElse("");
  }

  private static String typed(JsonNode one) {
    List<String> words = new ArrayList<>();
    JsonNode type = one.has("column_type") ? one.path("column_type") : one.path("base_type");
    words.add(type.path("data_type").asText());
    if (one.has("is_nullable") && !one.path("is_nullable").asBoolean()) {
      words.add("NOT NULL");
    }
    Optional<String> value = ValueText.of("default", one.path("default"));
    value.ifPresent(text -> words.add("default " + text));
    ValueText.of("generated", one.path("generated")).ifPresent(text -> words.add("as " + text));
    ValueText.of("identity", one.path("identity"))
        .ifPresent(text -> words.add("identity " + text.replace('_', ' ')));
    return String.join(", ", words);
  }

  private static String foreignKey(JsonNode key) {
    return ValueText.of("columns", key.path("columns")).orElse("()")
        + " to "
        + key.path("referenced_schema").asText()
        + "."
        + key.path("referenced_table").asText()
        + " "
        + ValueText.of("columns", key.path("referenced_columns")).orElse("()");
  }

  private static String count(int number, String thing) {
    return "with " + number + " " + thing + (number == 1 ? "" : "s");
  }
}
