package io.datalchemy.introspect;

import io.datalchemy.schema.TableId;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;

/**
 * What the catalogue holds and schema.json has no place for.
 *
 * @param unusableSchemas schemas that were left out because the user has no USAGE on them
 */
record Uncaptured(
    List<String> unusableSchemas,
    List<FunctionUse> functions,
    List<TableId> rowSecurity,
    List<TemporalKey> temporalKeys) {

  /** A user's function that a table's constraints, defaults or indexes call. */
  record FunctionUse(TableId table, String function, long uses) {}

  /** A key WITHOUT OVERLAPS or a foreign key with a PERIOD, of PostgreSQL 18. */
  record TemporalKey(TableId table, String constraint) {}

  static Uncaptured read(
      Catalogue catalogue, List<String> schemas, SchemaChoice choice, IntrospectionOptions options)
      throws SQLException {
    return new Uncaptured(
        choice.unusable(options.schemas()),
        functions(catalogue, schemas),
        catalogue.of(schemas, "row_security", CatalogueRow::table).stream().sorted().toList(),
        catalogue
            .of(
                schemas,
                "temporal_keys",
                row -> new TemporalKey(row.table(), row.text("constraint_name")))
            .stream()
            .sorted(Comparator.comparing(TemporalKey::table).thenComparing(TemporalKey::constraint))
            .toList());
  }

  private static List<FunctionUse> functions(Catalogue catalogue, List<String> schemas)
      throws SQLException {
    return catalogue
        .of(
            schemas,
            "functions",
            row ->
                new FunctionUse(
                    row.table(),
                    row.text("function_schema") + "." + row.text("function_name"),
                    row.number("uses")))
        .stream()
        .sorted(Comparator.comparing(FunctionUse::table).thenComparing(FunctionUse::function))
        .toList();
  }
}
