package io.datalchemy.cli;

import io.datalchemy.json.Json;
import io.datalchemy.schema.DatabaseSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

final class SchemaFile {
  static DatabaseSchema read(Path p) {
    try {
      return Json.mapper().readValue(Files.readAllBytes(p), DatabaseSchema.class);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
