package io.datalchemy.ddl;

import io.datalchemy.schema.DatabaseSchema;
import io.datalchemy.schema.type.Collation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Collations that somebody created. */
final class CollationDdl {
  private CollationDdl() {}

  static List<Preparation> of(DatabaseSchema database) {
    return database.collations().stream().map(CollationDdl::create).toList();
  }

  private static Preparation create(Collation collation) {
    List<String> options = new ArrayList<>();
    options.add("provider = " + collation.provider().name().toLowerCase(Locale.ROOT));
    collation.locale().ifPresent(text -> options.add("locale = " + SqlText.literal(text)));
    collation.lcCollate().ifPresent(text -> options.add("lc_collate = " + SqlText.literal(text)));
    collation.lcCtype().ifPresent(text -> options.add("lc_ctype = " + SqlText.literal(text)));
    collation.rules().ifPresent(text -> options.add("rules = " + SqlText.literal(text)));
    if (!collation.isDeterministic()) {
      options.add("deterministic = false");
    }
    return Preparation.of(
        "collation " + collation.schema() + "." + collation.name(),
        "CREATE COLLATION "
            + SqlText.qualified(collation.schema(), collation.name())
            + " ("
            + String.join(", ", options)
            + ")");
  }
}
