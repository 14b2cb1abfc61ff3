package io.datalchemy.diff;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The differences between two schemas, in the order of the documents.
 *
 * <p>Documents are compared field by field, so that two of the same version without a change have
 * the same fingerprint. What one of them has no place for, being of an older version, is not
 * compared; the database's name and row estimates count for nothing.
 */
public record SchemaDiff(Document before, Document after, List<Change> changes) {

  /** Which document it was. */
  public record Document(
      Optional<String> database, String schemaVersion, Optional<String> schemaFingerprint) {
    static Document of(JsonNode tree) {
      return new Document(
          Optional.ofNullable(tree.path("database").textValue()),
          tree.path("schema_version").asText(),
          Optional.ofNullable(tree.path("schema_fingerprint").textValue()));
    }
  }

  public SchemaDiff {
    Objects.requireNonNull(before, "before");
    Objects.requireNonNull(after, "after");
    changes = List.copyOf(changes);
  }

  /** The differences between two trees that {@code SchemaDocument.tree} gave. */
  public static SchemaDiff between(JsonNode before, JsonNode after) {
    return new SchemaDiff(Document.of(before), Document.of(after), Comparison.of(before, after));
  }

  /** Whether one document is of a version that has fewer fields. */
  public boolean versionsDiffer() {
    return !before.schemaVersion().equals(after.schemaVersion());
  }

  /** How many things came, went or changed. */
  public long count(Change.Action action) {
    return changes.stream().filter(change -> change.action() == action).count();
  }
}
