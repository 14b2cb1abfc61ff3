package io.datalchemy.generator.derive;

import static io.datalchemy.catalogue.ParameterDeclaration.Type.SCALAR;
import static io.datalchemy.catalogue.ParameterDeclaration.Type.TEXT;

import io.datalchemy.generator.DeclarationBuilder;
import io.datalchemy.generator.GeneratorFactory;
import io.datalchemy.type.TypeFamily;

/**
 * The declarations of {@code derive.children_*}: their values come from the rows of a child table,
 * which no generator sees.
 */
final class RollUpGenerators {
  private RollUpGenerators() {}

  static GeneratorFactory count() {
    return made(
        begun("derive.children_count", "How many rows of a child table refer to the row")
            .optional("child_column", TEXT, "Count only rows in which it is not NULL")
            .produces(TypeFamily.INTEGER, TypeFamily.DECIMAL));
  }

  static GeneratorFactory sum() {
    return made(
        begun(
                "derive.children_sum",
                "The sum of a column over the child rows that refer to the row")
            .required("child_column", TEXT, "The column that is summed up")
            .optional("empty", SCALAR, "The sum without rows: NULL, or 0 where that may not be")
            .produces(TypeFamily.INTEGER, TypeFamily.DECIMAL));
  }

  static GeneratorFactory extreme(String id, String which) {
    return made(
        begun(id, which + " of a column over the child rows that refer to the row")
            .required("child_column", TEXT, "The column whose values are compared")
            .optional("empty", SCALAR, "The value without rows, NULL if left out")
            .produces(
                TypeFamily.INTEGER,
                TypeFamily.DECIMAL,
                TypeFamily.FLOAT,
                TypeFamily.DATE,
                TypeFamily.TIME,
                TypeFamily.TIMESTAMP,
                TypeFamily.TIMESTAMPTZ));
  }

  private static DeclarationBuilder begun(String id, String summary) {
    return DeclarationBuilder.of(id, summary)
        .optional("child_schema", TEXT, "The child table's schema, the row's own if left out")
        .required("child_table", TEXT, "The child table")
        .optional("foreign_key", TEXT, "The child's key, by name or column, if it has several")
        .optional("where", TEXT, "A condition in SQL that the child rows meet which count");
  }

  private static GeneratorFactory made(DeclarationBuilder declaration) {
    return declaration.made(
        request -> {
          throw new IllegalArgumentException(
              "child_table: is read by the rules of columns only, not by other generators");
        });
  }
}
