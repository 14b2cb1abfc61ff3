package io.datalchemy.introspect.catalogue;

import io.datalchemy.schema.Index;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads indexes from rows of the query of that name. */
final class Indexes {
  private Indexes() {}

  static Index read(CatalogueRow row) throws SQLException {
    return new Index(
        row.text("name"),
        row.flag("is_unique"),
        row.flag("is_primary"),
        row.flag("is_valid"),
        row.text("method"),
        row.text("definition"),
        keys(row),
        row.texts("include_columns"),
        row.optional("predicate"),
        row.flag("nulls_not_distinct"));
  }

  private static List<Index.Key> keys(CatalogueRow row) throws SQLException {
    List<Optional<String>> columns = row.optionalTexts("key_columns");
    List<Optional<String>> expressions = row.optionalTexts("key_expressions");
    List<String> descending = row.texts("key_descending");
    List<String> nullsFirst = row.texts("key_nulls_first");
    List<Optional<String>> operatorClasses = row.optionalTexts("key_operator_classes");
    List<Optional<String>> collations = row.optionalTexts("key_collations");
    List<Index.Key> keys = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      keys.add(
          new Index.Key(
              columns.get(i),
              expressions.get(i),
              Boolean.parseBoolean(descending.get(i)),
              Boolean.parseBoolean(nullsFirst.get(i)),
              operatorClasses.get(i),
              collations.get(i)));
    }
    return keys;
  }
}
