package io.datalchemy.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.datalchemy.problem.InvalidInputException;
import io.datalchemy.problem.Problem;
import io.datalchemy.schema.DatabaseSchema;
import java.nio.file.Path;
import java.util.Optional;

/** {@code schema.json}: reading any 0.2 or 0.3 document, writing 0.3. */
public final class SchemaDocument {
  private static final ContractVersion VERSION =
      new ContractVersion("schema_version", DatabaseSchema.CURRENT_VERSION);

  private static final Contract CONTRACT = new Contract("schema", VERSION, JsonSchemas.schema());

  private SchemaDocument() {}

  /**
   * Reads a file.
   *
   * @throws InvalidInputException if it cannot be read or is not a schema, with every problem
   */
  public static DatabaseSchema read(Path file) {
    return read(CONTRACT.bytes(file));
  }

  /**
   * Reads a file as it stands, without fields that its version has no place for.
   *
   * @throws InvalidInputException if it cannot be read or is not a schema, with every problem
   */
  public static JsonNode tree(Path file) {
    return checked(CONTRACT.bytes(file));
  }

  /**
   * Reads a document of any version up to ours; what it lacks is empty.
   *
   * @throws InvalidInputException with every problem: unknown fields by their path, another major
   *     or a newer minor version, a fingerprint that is not the document's own
   */
  public static DatabaseSchema read(byte[] json) {
    return CONTRACT.bind(checked(json), DatabaseSchema.class);
  }

  private static JsonNode checked(byte[] json) {
    JsonNode document = CONTRACT.tree(json);
    checkFingerprint(document);
    return document;
  }

  /** The document's bytes, with the fingerprint of its content. */
  public static byte[] write(DatabaseSchema schema) {
    return Json.pretty(withFingerprint(schema));
  }

  /** The same schema with the fingerprint of its content. */
  public static DatabaseSchema withFingerprint(DatabaseSchema schema) {
    return schema.withFingerprint(Optional.of(fingerprint(schema)));
  }

  /**
   * The SHA-256 of the schema's canonical JSON without what is no part of the schema: the
   * fingerprint itself, the database's name, and row estimates, which move with every ANALYZE.
   */
  public static String fingerprint(DatabaseSchema schema) {
    return fingerprint(Json.mapper().<ObjectNode>valueToTree(schema));
  }

  private static String fingerprint(ObjectNode document) {
    ObjectNode content = document.deepCopy();
    content.remove("schema_fingerprint");
    content.remove("database");
    for (JsonNode schema : content.path("schemas")) {
      schema.path("tables").forEach(table -> ((ObjectNode) table).remove("row_estimate"));
    }
    return Json.fingerprint(content);
  }

  private static void checkFingerprint(JsonNode document) {
    String told = document.path("schema_fingerprint").asText(null);
    String computed = fingerprint((ObjectNode) document);
    if (told != null && !told.equals(computed)) {
      throw new InvalidInputException(
          Problem.error(
                  "schema_fingerprint_mismatch",
                  "/schema_fingerprint",
                  "schema_fingerprint: must be the document's own " + computed + ", was " + told)
              .withHint("introspect again, or set it to null if the change was meant"));
    }
  }
}
