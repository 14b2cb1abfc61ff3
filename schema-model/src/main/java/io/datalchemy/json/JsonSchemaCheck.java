package io.datalchemy.json;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.PathType;
import io.datalchemy.problem.NearMatch;
import io.datalchemy.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** Checks a tree against a JSON Schema and words what it finds for people. */
final class JsonSchemaCheck {
  private static final SchemaRegistryConfig CONFIG =
      SchemaRegistryConfig.builder()
          .formatAssertionsEnabled(true)
          .locale(Locale.ROOT)
          .pathType(PathType.JSON_POINTER)
          .build();

  private final Schema schema;

  JsonSchemaCheck(byte[] jsonSchema) {
    schema =
        SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12, b -> b.schemaRegistryConfig(CONFIG))
            .getSchema(new String(jsonSchema, StandardCharsets.UTF_8), InputFormat.JSON);
  }

  /** Every violation, in the schema's order. */
  List<Problem> violations(JsonNode document) {
    return schema.validate(document).stream().map(this::problem).toList();
  }

  private Problem problem(Error error) {
    String path = error.getInstanceLocation().toString();
    return switch (error.getKeyword()) {
      case "additionalProperties" -> unknownField(error, path);
      case "required" -> missingField(error, path);
      case "type" -> wrongType(error, path);
      case "enum" -> violation(path, "must be one of " + argument(error) + was(error));
      case "format" -> violation(path, "must be a valid " + argument(error) + was(error));
      case "minimum" -> violation(path, "must be at least " + argument(error) + was(error));
      case "maximum" -> violation(path, "must be at most " + argument(error) + was(error));
      default -> violation(path, error.getMessage() + was(error));
    };
  }

  private Problem unknownField(Error error, String path) {
    String field = error.getProperty();
    JsonNode siblings = siblings(error).path("properties");
    List<String> known = siblings.propertyStream().map(entry -> entry.getKey()).toList();
    String place = JsonPointer.compile(path).appendProperty(field).toString();
    return violation(place, "unknown field '" + field + "'")
        .withHint(NearMatch.hint(field, known) + " (a note of your own may be named x-…)");
  }

  private JsonNode siblings(Error error) {
    String keyword = error.getSchemaLocation().getFragment().toString();
    return schema.getSchemaNode().at(JsonPointer.compile(keyword).head());
  }

  private static Problem missingField(Error error, String path) {
    return violation(path, "must have the field '" + error.getProperty() + "'");
  }

  private static Problem wrongType(Error error, String path) {
    String types = error.getArguments()[1].toString();
    String expected = types.replaceAll("[\\[\\]]", "").replace(", ", " or ");
    Problem problem = violation(path, "must be " + expected + ", was " + argument(error));
    return path.endsWith("/params")
        ? Problem.error("invalid_generator_params", path, problem.message())
        : problem;
  }

  private static Problem violation(String path, String message) {
    return Problem.error("schema_violation", path, subject(path) + ": " + message);
  }

  /** The place as people write it: {@code targets[3].rows}. */
  private static String subject(String path) {
    StringBuilder subject = new StringBuilder();
    for (JsonPointer at = JsonPointer.compile(path); !at.matches(); at = at.tail()) {
      subject.append(at.mayMatchElement() ? "[" + at.getMatchingIndex() + "]" : "");
      subject.append(at.mayMatchElement() ? "" : "." + at.getMatchingProperty());
    }
    return subject.isEmpty() ? "document" : subject.substring(1);
  }

  private static Object argument(Error error) {
    return error.getArguments()[0];
  }

  private static String was(Error error) {
    String value = error.getInstanceNode().toString();
    return ", was " + (value.length() > 80 ? value.substring(0, 80) + "…" : value);
  }
}
