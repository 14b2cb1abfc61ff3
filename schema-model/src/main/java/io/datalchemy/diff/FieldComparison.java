package io.datalchemy.diff;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The fields of one thing in which two documents differ. */
final class FieldComparison {
  /** Fields whose own fields are told one by one. */
  private static final Set<String> OPENED =
      Set.of("column_type", "base_type", "subtype", "identity_sequence", "parameters");

  /** Says nothing about the schema. */
  private static final Set<String> WITHOUT_EFFECT = Set.of("row_estimate");

  /** Texts that say all that the fields beside them say. */
  private static final List<String> WHOLES = List.of("definition", "expression");

  private final List<Aspect> aspects = new ArrayList<>();

  private FieldComparison() {}

  static List<Aspect> of(ObjectKind kind, JsonNode from, JsonNode to) {
    FieldComparison comparison = new FieldComparison();
    for (String field : fields(from, to)) {
      if (!kind.isApart(field) && !WITHOUT_EFFECT.contains(field)) {
        comparison.compare(field, from.path(field), to.path(field));
      }
    }
    if (kind.object().equals("table")) {
      ColumnOrder.compare(from.path("columns"), to.path("columns"))
          .ifPresent(comparison.aspects::add);
    }
    return WHOLES.stream()
        .flatMap(whole -> comparison.aspects.stream().filter(a -> a.name().equals(whole)))
        .findFirst()
        .map(List::of)
        .orElse(comparison.aspects);
  }

  private void compare(String field, JsonNode from, JsonNode to) {
    if (from.equals(to) || field.equals("ordinal_position")) {
      return;
    }
    if (field.equals("row_security")) {
      opened(field, from, to, Set.of("policies"));
    } else if (OPENED.contains(field) && from.isObject() && to.isObject()) {
      opened(field, from, to, typeParts(from, to));
    } else if (field.equals("labels")) {
      aspects.addAll(LabelOrder.compare(from, to));
    } else {
      aspects.add(Aspect.of(field, from, to));
    }
  }

  /** A type that is another has other limits, too: its name says it all. */
  private static Set<String> typeParts(JsonNode from, JsonNode to) {
    if (from.path("data_type").equals(to.path("data_type"))) {
      return Set.of();
    }
    Set<String> parts = fields(from, to);
    parts.removeAll(Set.of("data_type", "collation"));
    return parts;
  }

  private void opened(String field, JsonNode from, JsonNode to, Set<String> apart) {
    for (String part : fields(from, to)) {
      if (!apart.contains(part) && !from.path(part).equals(to.path(part))) {
        aspects.add(Aspect.of(field + "." + part, from.path(part), to.path(part)));
      }
    }
  }

  /** The fields that both have a place for: an older version lacks some. */
  private static Set<String> fields(JsonNode from, JsonNode to) {
    Set<String> fields = new LinkedHashSet<>();
    from.fieldNames().forEachRemaining(fields::add);
    if (from.isObject() && to.isObject()) {
      fields.removeIf(field -> !to.has(field));
    } else {
      to.fieldNames().forEachRemaining(fields::add);
    }
    return fields;
  }
}
