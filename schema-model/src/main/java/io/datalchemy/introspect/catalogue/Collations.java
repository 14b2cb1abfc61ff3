package io.datalchemy.introspect.catalogue;

import io.datalchemy.schema.type.Collation;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;

/** The collations that users created, by schema and name. */
public final class Collations {
  private Collations() {}

  /** All of them, whatever their schema. */
  public static List<Collation> read(Catalogue catalogue) throws SQLException {
    return catalogue.all("collations", Collations::collation).stream()
        .sorted(Comparator.comparing(Collation::schema).thenComparing(Collation::name))
        .toList();
  }

  private static Collation collation(CatalogueRow row) throws SQLException {
    return new Collation(
        row.text("schema"),
        row.text("name"),
        provider(row.code("provider")),
        row.flag("is_deterministic"),
        row.optional("locale"),
        row.optional("lc_collate"),
        row.optional("lc_ctype"),
        row.optional("rules"));
  }

  private static Collation.Provider provider(char code) {
    return switch (code) {
      case 'i' -> Collation.Provider.ICU;
      case 'b' -> Collation.Provider.BUILTIN;
      default -> Collation.Provider.LIBC;
    };
  }
}
