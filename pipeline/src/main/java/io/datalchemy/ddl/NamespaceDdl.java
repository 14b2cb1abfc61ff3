package io.datalchemy.ddl;

import io.datalchemy.schema.DatabaseSchema;
import io.datalchemy.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Schemas, extensions, and the search path that finds what expressions name without a schema. */
final class NamespaceDdl {
  private NamespaceDdl() {}

  static List<Preparation> of(DatabaseSchema database) {
    List<Preparation> statements = new ArrayList<>();
    NavigableSet<String> names = names(database);
    for (String name : names) {
      statements.add(
          Preparation.of(
              "schema " + name, "CREATE SCHEMA IF NOT EXISTS " + SqlText.identifier(name)));
    }
    database
        .extensions()
        .forEach(
            extension ->
                statements.add(
                    Preparation.of(
                        "extension " + extension.name(),
                        "CREATE EXTENSION IF NOT EXISTS "
                            + SqlText.identifier(extension.name())
                            + " WITH SCHEMA "
                            + SqlText.identifier(extension.schema())
                            + " CASCADE")));
    statements.addAll(CollationDdl.of(database));
    statements.add(
        Preparation.of("functions before what they use", "SET check_function_bodies = off"));
    names.add("public");
    statements.add(
        Preparation.of(
            "search path",
            names.stream()
                .map(SqlText::identifier)
                .collect(Collectors.joining(", ", "SET search_path = ", ""))));
    return statements;
  }

  private static NavigableSet<String> names(DatabaseSchema database) {
    NavigableSet<String> names = new TreeSet<>();
    database.schemas().stream().map(Schema::name).forEach(names::add);
    database.enums().forEach(type -> names.add(type.schema()));
    database.domains().forEach(type -> names.add(type.schema()));
    database.compositeTypes().forEach(type -> names.add(type.schema()));
    database.rangeTypes().forEach(type -> names.add(type.schema()));
    database.sequences().forEach(sequence -> names.add(sequence.schema()));
    database.functions().forEach(function -> names.add(function.schema()));
    database.collations().forEach(collation -> names.add(collation.schema()));
    database.extensions().forEach(extension -> names.add(extension.schema()));
    names.removeIf(name -> name.startsWith("pg_"));
    return names;
  }
}
