package io.datalchemy.generator.primitive;

import com.fasterxml.jackson.databind.JsonNode;
import io.datalchemy.catalogue.GeneratorCall;
import io.datalchemy.catalogue.Parameters;
import io.datalchemy.type.TypeFamily;
import io.datalchemy.type.ValueType;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The calls for the parts of values: as a parameter names them, else what their type asks for. */
final class PartCalls {
  private PartCalls() {}

  /** The call that a parameter holds: an id alone or an object. */
  static GeneratorCall read(JsonNode node) {
    if (node.isTextual()) {
      return GeneratorCall.of(node.asText());
    }
    Map<String, JsonNode> params = new LinkedHashMap<>();
    node.path("params").properties().forEach(e -> params.put(e.getKey(), e.getValue()));
    Optional<String> locale =
        Optional.of(node.path("locale")).filter(JsonNode::isTextual).map(JsonNode::asText);
    return new GeneratorCall(node.path("id").asText(), locale, Parameters.of(params));
  }

  /** The call for an element of an array: as for any part, but texts are one word. */
  static GeneratorCall element(ValueType type) {
    return type.family() == TypeFamily.TEXT && !isLetter(type)
        ? GeneratorCall.of("primitive.text.lorem", Parameters.none().with("words", 1))
        : of(type);
  }

  /** The call for a part of which nothing but its type is known. */
  static GeneratorCall of(ValueType type) {
    if (isLetter(type)) {
      return GeneratorCall.of("primitive.text.pattern", Parameters.none().with("pattern", "[A-Z]"));
    }
    return GeneratorCall.of(id(type));
  }

  /** No word is so short. */
  private static boolean isLetter(ValueType type) {
    return type.family() == TypeFamily.TEXT && type.maxLength().filter(n -> n < 2).isPresent();
  }

  private static String id(ValueType type) {
    return switch (type.family()) {
      case BOOLEAN -> "primitive.bool";
      case INTEGER -> "primitive.int.range";
      case DECIMAL -> "primitive.decimal.numeric";
      case FLOAT -> "primitive.float.range";
      case DATE -> "primitive.date";
      case TIME -> "primitive.time";
      case TIMESTAMP, TIMESTAMPTZ -> "primitive.timestamp";
      case TEXT -> "primitive.text.lorem";
      case ENUM -> "primitive.enum";
      case UUID -> "primitive.uuid";
      case BYTEA -> "primitive.bytes";
      case JSON -> "primitive.json";
      case INTERVAL -> "primitive.interval";
      case TIMETZ -> "primitive.timetz";
      case INET -> "primitive.inet";
      case MACADDR -> "primitive.macaddr";
      case BIT -> "primitive.bit";
      case XML -> "primitive.xml";
      case RANGE -> "primitive.range";
      case ARRAY -> "primitive.array";
      case COMPOSITE -> "primitive.composite";
      case NOTATION -> "primitive.notation";
      case OTHER ->
          throw new IllegalArgumentException("type: no generator makes values of " + type.name());
    };
  }
}
