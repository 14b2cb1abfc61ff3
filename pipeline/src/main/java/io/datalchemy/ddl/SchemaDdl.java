package io.datalchemy.ddl;

import io.datalchemy.problem.InvalidInputException;
import io.datalchemy.problem.Problem;
import io.datalchemy.schema.DatabaseSchema;
import io.datalchemy.schema.Engine;
import io.datalchemy.schema.TableId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The statements that build a PostgreSQL database of a schema, split where the data goes in.
 *
 * <p>Run in order, they make a database that introspection finds the same again, but for what
 * {@code notMade} names. Expressions come from the schema as the server printed them, names always
 * quoted.
 *
 * @param beforeData extensions, schemas, types, functions, sequences, and tables without their
 *     constraints
 * @param afterData constraints and indexes, in the order in which they can be added
 * @param views views with their indexes, each after those that it shows
 * @param finishing what acts on rows by itself, triggers and the like, and comments
 * @param notMade what the statements leave out, each with its place in the schema
 */
public record SchemaDdl(
    List<Preparation> beforeData,
    List<Addition> afterData,
    List<Preparation> views,
    List<String> finishing,
    List<Problem> notMade) {

  public SchemaDdl {
    beforeData = List.copyOf(beforeData);
    afterData = List.copyOf(afterData);
    views = List.copyOf(views);
    finishing = List.copyOf(finishing);
    notMade = List.copyOf(notMade);
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
    FunctionDdl functions = new FunctionDdl(schema);
    before.addAll(SequenceDdl.of(schema));
    before.addAll(TypeDdl.of(schema, functions.withTypes()));
    before.addAll(TableDdl.of(schema));
    before.addAll(DependencyOrder.of(functions.withTables()));
    before.addAll(SequenceDdl.owners(schema));
    List<Addition> after = new ArrayList<>();
    Lineage lineage = Lineage.of(schema);
    for (TableId id : lineage.parentsFirst()) {
      after.addAll(new ConstraintDdl(id, lineage).additions());
    }
    after.sort(Comparator.comparing(Addition::kind));
    List<String> finishing = new ArrayList<>(BehaviourDdl.of(schema));
    finishing.addAll(CommentDdl.of(schema));
    List<Preparation> views = ViewDdl.of(schema, functions.withViews());
    return new SchemaDdl(before, after, views, finishing, NotMade.of(schema));
  }
}
