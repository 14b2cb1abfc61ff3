package io.datalchemy.ddl;

import io.datalchemy.problem.InvalidInputException;
import io.datalchemy.problem.Problem;
import io.datalchemy.schema.DatabaseSchema;
import io.datalchemy.schema.Engine;
import io.datalchemy.schema.Schema;
import io.datalchemy.schema.Table;
import io.datalchemy.schema.TableId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The statements that build a PostgreSQL database of a schema, split where the data goes in.
 *
 * <p>Expressions come verbatim from the schema, names always quoted. Nothing here drops or replaces
 * anything; triggers, rules and foreign tables are never made. Constraints that the source marks
 * {@code NOT VALID} are made valid, for here all rows are new.
 *
 * @param beforeData extensions, schemas, types, sequences, and tables without their constraints
 * @param afterData constraints and indexes, in the order in which they can be added
 * @param finishing comments
 * @param views views; one may need another, so they are tried until none is left that succeeds
 */
public record SchemaDdl(
    List<Preparation> beforeData,
    List<Addition> afterData,
    List<String> finishing,
    List<Preparation> views) {

  public SchemaDdl {
    beforeData = List.copyOf(beforeData);
    afterData = List.copyOf(afterData);
    finishing = List.copyOf(finishing);
    views = List.copyOf(views);
  }

  /**
   * The statements for a schema.
   *
   * @throws InvalidInputException if it is not a PostgreSQL schema
   */
  public static SchemaDdl of(DatabaseSchema schema) {
    if (schema.engine() != Engine.POSTGRES) {
      throw new InvalidInputException(
          Problem.error(
              "unsupported_engine",
              "/engine",
              "engine: must be postgres to build a database from, was "
                  + schema.engine().name().toLowerCase(java.util.Locale.ROOT)));
    }
    List<Preparation> before = new ArrayList<>(NamespaceDdl.of(schema));
    before.addAll(TypeDdl.of(schema));
    before.addAll(SequenceDdl.of(schema));
    before.addAll(TableDdl.of(schema));
    before.addAll(SequenceDdl.owners(schema));
    List<Addition> after = new ArrayList<>();
    Lineage lineage = Lineage.of(schema);
    for (TableId id : lineage.parentsFirst()) {
      after.addAll(new ConstraintDdl(id, lineage).additions());
    }
    after.sort(Comparator.comparing(Addition::kind));
    return new SchemaDdl(before, after, CommentDdl.of(schema), views(schema));
  }

  private static List<Preparation> views(DatabaseSchema database) {
    List<Preparation> views = new ArrayList<>();
    for (Schema schema : database.schemas()) {
      for (Table table : schema.tables()) {
        table.viewDefinition().ifPresent(text -> views.add(view(schema, table, text)));
      }
    }
    return views;
  }

  private static Preparation view(Schema schema, Table table, String definition) {
    String kind =
        switch (table.kind()) {
          case MATERIALIZED_VIEW -> "MATERIALIZED VIEW ";
          default -> "VIEW ";
        };
    TableId id = new TableId(schema.name(), table.name());
    String text = definition.strip();
    String query = text.endsWith(";") ? text.substring(0, text.length() - 1) : text;
    return Preparation.of("view " + id, "CREATE " + kind + SqlText.qualified(id) + " AS " + query);
  }
}
