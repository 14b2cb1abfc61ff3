package io.datalchemy.diff;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A kind of thing that a list of schema.json holds, each told from the others by its key.
 *
 * @param place where the list stands within its parent, as a JSON pointer
 * @param object what one is called, unless its field {@code kind} says so
 * @param key the fields that name it
 * @param isKinded whether its field {@code kind} says what it is
 * @param parts the lists within one
 */
record ObjectKind(
    String place, String object, List<String> key, boolean isKinded, List<ObjectKind> parts) {

  /** All lists of a document. */
  static final List<ObjectKind> ALL =
      List.of(
          new ObjectKind("/extensions", "extension", List.of("name"), false, List.of()),
          named("/collations", "collation"),
          named("/enums", "enum"),
          named("/domains", "domain", part("/checks", "check")),
          named("/composite_types", "composite_type", part("/attributes", "attribute")),
          named("/range_types", "range_type"),
          named("/sequences", "sequence"),
          new ObjectKind(
              "/functions", "function", List.of("schema", "name", "arguments"), true, List.of()),
          new ObjectKind(
              "/schemas",
              "schema",
              List.of("name"),
              false,
              List.of(
                  new ObjectKind(
                      "/tables",
                      "table",
                      List.of("name"),
                      true,
                      List.of(
                          part("/columns", "column"),
                          new ObjectKind(
                              "/constraints",
                              "constraint",
                              List.of("kind", "name"),
                              true,
                              List.of()),
                          part("/indexes", "index"),
                          part("/triggers", "trigger"),
                          part("/rules", "rule"),
                          part("/row_security/policies", "policy"))))),
          new ObjectKind(
              "/external_tables", "external_table", List.of("schema", "table"), false, List.of()),
          new ObjectKind("/comments", "comment", List.of("object", "identity"), false, List.of()));

  private static ObjectKind named(String place, String object, ObjectKind... parts) {
    return new ObjectKind(place, object, List.of("schema", "name"), false, List.of(parts));
  }

  private static ObjectKind part(String place, String object) {
    return new ObjectKind(place, object, List.of("name"), false, List.of());
  }

  /** The key of one in its list. */
  List<String> keyOf(JsonNode one) {
    return key.stream().map(field -> one.path(field).asText()).toList();
  }

  /** One of this kind as the subject of a change. */
  Subject subject(JsonNode one, Optional<Subject> parent) {
    String what = isKinded ? one.path("kind").asText(object) : object;
    Optional<Subject> container = parent.filter(p -> !p.object().equals("schema"));
    Optional<String> schema =
        key.contains("schema")
            ? Optional.of(one.path("schema").asText())
            : container.map(Subject::schema).orElse(parent.map(Subject::name));
    return new Subject(what, schema, container.map(Subject::name), name(one));
  }

  /** Whether a field is the key, or holds parts that are compared by themselves. */
  boolean isApart(String field) {
    return key.contains(field) || parts.stream().anyMatch(p -> p.place().equals("/" + field));
  }

  private String name(JsonNode one) {
    if (key.contains("arguments")) {
      return one.path("name").asText() + "(" + one.path("arguments").asText() + ")";
    }
    return key.stream()
        .filter(field -> !field.equals("schema") && !field.equals("kind"))
        .map(field -> one.path(field).asText())
        .collect(Collectors.joining(" "));
  }
}
