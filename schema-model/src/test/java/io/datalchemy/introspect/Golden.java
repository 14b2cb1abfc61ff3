package io.datalchemy.introspect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.datalchemy.json.SchemaDocument;
import io.datalchemy.postgres.TestPostgres;
import io.datalchemy.schema.DatabaseSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that hold what introspection is to give, renewed with {@code -Dgolden.update=true}. */
final class Golden {
  private static final Path FOLDER = Path.of("src/test/resources/io/datalchemy/introspect");

  private Golden() {}

  static void assertGolden(String name, DatabaseSchema schema) {
    int version = TestPostgres.get().majorVersion();
    if (version < OlderServer.NEWEST) {
      assertEquals(
          OlderServer.lacking(SchemaDocument.read(FOLDER.resolve(name)), version),
          OlderServer.comparable(schema));
      return;
    }
    byte[] document = SchemaDocument.write(schema);
    Path file = FOLDER.resolve(name);
    try {
      if (Boolean.getBoolean("golden.update")) {
        Files.write(file, document);
      }
      assertEquals(
          Files.readString(file, StandardCharsets.UTF_8),
          new String(document, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The text of a file beside the golden ones. */
  static String text(String name) {
    try {
      return Files.readString(FOLDER.resolve(name), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
