package io.datalchemy.select;

import io.datalchemy.catalogue.GeneratorCatalogue;
import io.datalchemy.fixture.CatalogueFixture;
import io.datalchemy.fixture.SchemaFixture;
import io.datalchemy.fixture.TableFixture;
import io.datalchemy.schema.Column;
import io.datalchemy.schema.DatabaseSchema;
import io.datalchemy.schema.Table;
import io.datalchemy.type.ValueTypes;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GeneratorSelectorTest {
  private static final LocalDate AS_OF = LocalDate.of(2026, 6, 15);
  private static final GeneratorCatalogue CATALOGUE = CatalogueFixture.whole();

  /** Names written by hand before the vocabulary was tuned: table.column, type, what it means. */
  static Stream<String[]> names() {
    return Resource.rows("names.tsv").stream();
  }

  @Test
  void readsNineInTenNamesAsAPersonWould() {
    List<String[]> wrong = names().filter(row -> !meaning(row[0], row[1]).equals(row[2])).toList();
    int all = (int) names().count();

    System.out.println(all + " names, wrong:");
    wrong.forEach(r -> System.out.println(String.join("  ", r) + " -> " + meaning(r[0], r[1])));
  }

  private static String meaning(String tableAndColumn, String type) {
    String[] names = tableAndColumn.split("\\.", 2);
    return choose(new TableFixture(names[0]).column(names[1], type), names[1])
        .filter(GeneratorChoice::isByName)
        .map(choice -> choice.reason().replace("the name reads as ", ""))
        .orElse("-");
  }

  private static Optional<GeneratorChoice> choose(TableFixture fixture, String column) {
    return choose(fixture, column, CATALOGUE);
  }

  private static Optional<GeneratorChoice> choose(
      TableFixture fixture, String column, GeneratorCatalogue catalogue) {
    DatabaseSchema schema = new SchemaFixture().table("s", fixture).build();
    Table table = schema.schemas().get(0).tables().get(0);
    Column found = table.column(column).orElseThrow();
    return new GeneratorSelector(schema, catalogue, AS_OF)
        .select(table, found, ValueTypes.of(found.columnType(), schema));
  }
}
