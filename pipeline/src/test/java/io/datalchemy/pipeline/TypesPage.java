package io.datalchemy.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.datalchemy.plan.GenerationPlan;
import io.datalchemy.resolve.ColumnSource;
import io.datalchemy.resolve.ResolvedPlan;
import io.datalchemy.schema.TableId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** The table of the page about types, which is to tell what the tests find. */
final class TypesPage {
  private static final Path PAGE = Path.of("..", "docs", "types.md");
  private static final String HEAD = "| Type | Generator | Key | As printed |\n|---|---|---|---|\n";

  private TypesPage() {}

  /** Holds the page's table against what was found, or renews it with {@code golden.update}. */
  static void assertCurrent(
      List<String> types, ResolvedPlan plan, GenerationPlan largest, Set<String> differing)
      throws IOException {
    StringBuilder table = new StringBuilder(HEAD);
    for (String type : types) {
      table
          .append("| `" + type + "` | `" + generator(plan, type) + "` | ")
          .append(key(largest, type) + " | " + (differing.contains(type) ? "no" : "yes") + " |\n");
    }
    String page = Files.readString(PAGE);
    int from = page.indexOf(HEAD);
    int to = page.indexOf("\n\n", from) + 1;
    String renewed = page.substring(0, from) + table + page.substring(to);
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(PAGE, renewed);
    }
    assertEquals(renewed, Files.readString(PAGE));
  }

  private static String generator(ResolvedPlan plan, String type) {
    ColumnSource source =
        plan.table(new TableId("public", "columns of " + type))
            .orElseThrow()
            .column("v2")
            .orElseThrow()
            .source();
    return source instanceof ColumnSource.Generated generated
        ? generated.generator().id()
        : "a shape of its CHECKs";
  }

  private static String key(GenerationPlan largest, String type) {
    return largest.targets().stream()
        .filter(target -> target.table().equals("key of " + type))
        .map(target -> target.rows() < 10_000 ? target.rows() + " rows" : "yes")
        .findFirst()
        .orElse("–");
  }
}
