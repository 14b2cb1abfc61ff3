package io.datalchemy.introspect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.datalchemy.json.Json;
import io.datalchemy.schema.DatabaseSchema;
import java.util.Map;
import java.util.Set;

/** What an older server has of the golden documents, which are those of the newest. */
final class OlderServer {
  static final int NEWEST = 18;

  /** What {@code kinds.sql} makes from a version on, by name. */
  private static final Map<String, Integer> SINCE =
      Map.of("c07", 15, "c44", 14, "geral_uq", 15, "some_fk", 15);

  private static final Set<String> NAMED = Set.of("columns", "constraints", "indexes");

  private OlderServer() {}

  /** The golden document without what came after a version. */
  static String lacking(DatabaseSchema golden, int version) {
    ObjectNode document = tree(golden);
    for (JsonNode schema : document.withArray("schemas")) {
      for (JsonNode table : schema.withArray("tables")) {
        int columns = table.withArray("columns").size();
        NAMED.forEach(field -> removeNewer(table.withArray(field), version));
        if (table.withArray("columns").size() < columns) {
          renumber(table.withArray("columns"));
        }
        if (version < 17 && !table.path("partition_of").isNull()) {
          removeIdentity(table.withArray("columns"));
        }
      }
    }
    if (version < 14) {
      document
          .withArray("range_types")
          .forEach(range -> ((ObjectNode) range).putNull("multirange_name"));
    }
    return text(document);
  }

  /** A document without what differs between servers: versions of extensions, the fingerprint. */
  static String comparable(DatabaseSchema schema) {
    return text(tree(schema));
  }

  private static ObjectNode tree(DatabaseSchema schema) {
    ObjectNode document = Json.mapper().valueToTree(schema);
    document.remove("schema_fingerprint");
    document.remove("extensions");
    return document;
  }

  /**
   * Spelt as the newest: PostgreSQL 12 has the function in an extension, which the sample makes in
   * public, and up to 15 views name the table of every column.
   */
  private static String text(ObjectNode document) {
    return document
        .toPrettyString()
        .replace("public.gen_random_uuid()", "gen_random_uuid()")
        .replace("SELECT alvo.", "SELECT ");
  }

  private static void removeNewer(ArrayNode named, int version) {
    for (int i = named.size() - 1; i >= 0; i--) {
      if (SINCE.getOrDefault(named.get(i).path("name").asText(), 0) > version) {
        named.remove(i);
      }
    }
  }

  private static void renumber(ArrayNode columns) {
    for (int i = 0; i < columns.size(); i++) {
      ((ObjectNode) columns.get(i)).put("ordinal_position", i + 1);
    }
  }

  /** Before 17, a partition did not share the identity of its parent. */
  private static void removeIdentity(ArrayNode columns) {
    for (JsonNode column : columns) {
      ((ObjectNode) column).putNull("identity").putNull("identity_sequence");
    }
  }
}
