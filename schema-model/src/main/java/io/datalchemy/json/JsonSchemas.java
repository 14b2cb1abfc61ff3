package io.datalchemy.json;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The JSON Schemas (draft 2020-12) of our documents, as they stand in the resources. */
public final class JsonSchemas {
  private JsonSchemas() {}

  /** The JSON Schema of {@code plan.json}. */
  public static byte[] plan() {
    return resource("plan/plan.schema.json");
  }

  /** The JSON Schema of {@code schema.json}. */
  public static byte[] schema() {
    return resource("schema/schema.schema.json");
  }

  private static byte[] resource(String path) {
    try (InputStream in = JsonSchemas.class.getResourceAsStream("/io/datalchemy/" + path)) {
      if (in == null) {
        throw new IllegalStateException("missing from the jar: io/datalchemy/" + path);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
