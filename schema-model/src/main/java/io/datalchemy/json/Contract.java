package io.datalchemy.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.datalchemy.problem.InvalidInputException;
import io.datalchemy.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One of our documents as others write it: read strictly, every problem told at once.
 *
 * <p>Checked in this order, each step only if the one before found nothing: the text is JSON
 * without duplicate keys; its version is one that this build reads; it follows the JSON Schema.
 * Keys that start with {@code x-} are the author's own and are dropped, but for those within {@code
 * params}.
 */
public final class Contract {
  private static final ObjectReader READER =
      Json.mapper()
          .reader()
          .with(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  /** How Jackson writes a place within its messages: source and all. */
  private static final Pattern SOURCE =
      Pattern.compile("\\[Source: [^\\]]*; (line: [0-9]+, column: [0-9]+)\\]");

  private final String name;
  private final ContractVersion version;
  private final JsonSchemaCheck schemaCheck;

  /**
   * A contract.
   *
   * @param name what people call the document, {@code plan}; also part of its problem codes
   * @param version the newest version that this build reads
   * @param jsonSchema its JSON Schema
   */
  public Contract(String name, ContractVersion version, byte[] jsonSchema) {
    this.name = name;
    this.version = version;
    this.schemaCheck = new JsonSchemaCheck(jsonSchema);
  }

  /**
   * The bytes of a file.
   *
   * @throws InvalidInputException if it cannot be read
   */
  public byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      throw unreadable("file_not_found", file, "there is no such file; check the path");
    } catch (IOException e) {
      throw unreadable("file_unreadable", file, "cannot be read: " + e.getMessage());
    }
  }

  /**
   * The document's tree, checked and without the author's own keys.
   *
   * @throws InvalidInputException with every problem of the first step that found any
   */
  public JsonNode tree(byte[] json) {
    JsonNode tree = parse(json);
    version
        .problem(tree)
        .ifPresent(
            problem -> {
              throw new InvalidInputException(problem);
            });
    List<Problem> violations = schemaCheck.violations(tree);
    if (!violations.isEmpty()) {
      throw new InvalidInputException(violations);
    }
    dropOwnKeys(tree);
    return tree;
  }

  /**
   * The document itself.
   *
   * @throws InvalidInputException with every problem of the first step that found any
   */
  public <T> T read(byte[] json, Class<T> type) {
    return bind(tree(json), type);
  }

  /**
   * The document of a tree that {@link #tree} gave.
   *
   * <p>A flag that an older version lacks is false; a null in its place has been refused before.
   *
   * @throws InvalidInputException if its parts do not fit together
   */
  <T> T bind(JsonNode tree, Class<T> type) {
    try {
      return Json.mapper()
          .readerFor(type)
          .without(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .readValue(tree);
    } catch (JsonProcessingException e) {
      throw new InvalidInputException(invalid(e.getOriginalMessage()));
    } catch (IOException e) {
      throw new IllegalStateException("a tree in memory cannot fail to be read", e);
    }
  }

  private JsonNode parse(byte[] json) {
    try {
      JsonNode tree = READER.readTree(json);
      if (tree.isMissingNode()) {
        throw new InvalidInputException(invalid("must be a JSON document, was empty"));
      }
      return tree;
    } catch (JsonProcessingException e) {
      throw new InvalidInputException(notJson(e));
    } catch (IOException e) {
      throw new IllegalStateException("bytes in memory cannot fail to be read", e);
    }
  }

  private Problem notJson(JsonProcessingException e) {
    var place = e.getLocation();
    String where = place == null ? "" : at(place.getLineNr(), place.getColumnNr());
    String why = SOURCE.matcher(e.getOriginalMessage()).replaceAll("$1");
    return invalid("must be valid JSON" + where + ": " + why);
  }

  private static String at(int line, int column) {
    return line < 1 ? "" : ", fails at line " + line + ", column " + column;
  }

  private Problem invalid(String message) {
    return Problem.error("invalid_" + name + "_json", "", message);
  }

  private InvalidInputException unreadable(String code, Path file, String rule) {
    return new InvalidInputException(Problem.error(code, "", name + " file " + file + ": " + rule));
  }

  private static void dropOwnKeys(JsonNode node) {
    if (node instanceof ObjectNode object) {
      object.remove(object.propertyStream().map(e -> e.getKey()).filter(k -> isOwn(k)).toList());
      object
          .propertyStream()
          .filter(entry -> !entry.getKey().equals("params"))
          .forEach(entry -> dropOwnKeys(entry.getValue()));
    } else {
      node.forEach(Contract::dropOwnKeys);
    }
  }

  private static boolean isOwn(String key) {
    return key.startsWith("x-");
  }
}
