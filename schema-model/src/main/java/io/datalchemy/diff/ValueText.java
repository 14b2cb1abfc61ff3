package io.datalchemy.diff;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** A value of a document as people write it. */
final class ValueText {
  private static final Set<String> KEYWORDS = Set.of("on_delete", "on_update", "match_type");
  private static final Set<String> QUOTED = Set.of("comment", "labels");

  private ValueText() {}

  /** The text of a field's value; none of null and of an empty list. */
  static Optional<String> of(String field, JsonNode value) {
    if (value.isNull() || value.isMissingNode() || (value.isArray() && value.isEmpty())) {
      return Optional.empty();
    }
    String text = text(field, value);
    return Optional.of(
        KEYWORDS.contains(field) ? text.toUpperCase(Locale.ROOT).replace('_', ' ') : text);
  }

  private static String text(String field, JsonNode value) {
    if (value.isArray()) {
      return StreamSupport.stream(value.spliterator(), false)
          .map(element -> text(field, element))
          .collect(Collectors.joining(", ", "(", ")"));
    }
    if (!value.isObject()) {
      return QUOTED.contains(field) && value.isTextual()
          ? "'" + value.textValue() + "'"
          : value.asText();
    }
    if (value.has("schema") && value.has("table")) {
      return value.path("schema").asText() + "." + value.path("table").asText();
    }
    return value
        .propertyStream()
        .filter(entry -> !entry.getValue().isNull())
        .map(entry -> word(entry.getKey()) + text(entry.getKey(), entry.getValue()))
        .collect(Collectors.joining(", "));
  }

  private static String word(String field) {
    return field.equals("expression") ? "" : field.replace('_', ' ') + " ";
  }
}
