package io.datalchemy.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CataloguePageTest {
  private static final Path PAGE = Path.of("..", "docs", "generators.md");

  @Test
  void isCurrent() throws IOException {
    String page = CataloguePage.markdown(Generators.builtIn());
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(PAGE, page);
    }
    assertEquals(page, Files.readString(PAGE));
  }
}
