package io.datalchemy.introspect;

import io.datalchemy.connect.ConnectionSettings;
import io.datalchemy.introspect.catalogue.Catalogue;
import io.datalchemy.introspect.catalogue.CatalogueScope;
import io.datalchemy.introspect.catalogue.Collations;
import io.datalchemy.introspect.catalogue.Comments;
import io.datalchemy.introspect.catalogue.Functions;
import io.datalchemy.introspect.catalogue.Relations;
import io.datalchemy.introspect.catalogue.Sequences;
import io.datalchemy.introspect.catalogue.TypeCatalogue;
import io.datalchemy.introspect.catalogue.UserTypes;
import io.datalchemy.json.SchemaDocument;
import io.datalchemy.problem.Problem;
import io.datalchemy.problem.UnavailableException;
import io.datalchemy.schema.Constraint;
import io.datalchemy.schema.DatabaseSchema;
import io.datalchemy.schema.Engine;
import io.datalchemy.schema.Extension;
import io.datalchemy.schema.Schema;
import io.datalchemy.schema.Table;
import io.datalchemy.schema.TableId;
import io.datalchemy.schema.type.ColumnType;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** PostgreSQL 12 to 18, by its own catalogue, in one read-only transaction. */
final class PostgresAdapter implements SchemaAdapter {
  private static final int OLDEST_VERSION = 12_00_00;

  private record Server(String database, int version) {}

  @Override
  public Introspection introspect(ConnectionSettings settings, IntrospectionOptions options) {
    try (Connection connection = settings.open()) {
      connection.setAutoCommit(false);
      connection.setReadOnly(true);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      Introspection found = read(new Catalogue(connection), settings, options);
      connection.rollback();
      return found;
    } catch (SQLException e) {
      throw settings.unavailable(e, "reading the catalogue");
    }
  }

  private static Introspection read(
      Catalogue catalogue, ConnectionSettings settings, IntrospectionOptions options)
      throws SQLException {
    catalogue.all("settings", row -> row);
    Server server = server(catalogue, settings);
    SchemaChoice choice = SchemaChoice.read(catalogue, settings.toString());
    List<String> schemas = choice.select(options.schemas());
    TypeCatalogue types = TypeCatalogue.read(catalogue);
    Sequences sequences = Sequences.read(catalogue, schemas);
    CatalogueScope scope = new CatalogueScope(schemas, types, sequences);
    SortedMap<TableId, Table> tables = Relations.read(catalogue, scope);
    Functions functions = Functions.read(catalogue, schemas);
    UserTypes userTypes = UserTypes.read(catalogue, types).usedBy(schemas, columnTypes(tables));
    DatabaseSchema schema =
        SchemaDocument.withFingerprint(
            new DatabaseSchema(
                DatabaseSchema.CURRENT_VERSION,
                Engine.POSTGRES,
                Optional.of(server.database()),
                schemas.stream().map(name -> schema(name, tables)).toList(),
                userTypes.enums(),
                userTypes.domains(),
                userTypes.composites(),
                userTypes.ranges(),
                sequences.others(),
                functions.all(),
                Collations.read(catalogue),
                extensions(catalogue),
                Comments.read(catalogue, schemas, functions),
                externalTables(tables),
                Optional.empty()));
    Uncaptured uncaptured =
        new Uncaptured(choice.unusable(options.schemas()), functions.uncaptured());
    List<Problem> warnings = CaptureWarnings.of(schema, uncaptured);
    return new Introspection(schema, StrictMode.apply(warnings, options.strict()));
  }

  private static Server server(Catalogue catalogue, ConnectionSettings settings)
      throws SQLException {
    Server server =
        catalogue
            .all("database", row -> new Server(row.text("database"), row.integer("version")))
            .get(0);
    if (server.version() < OLDEST_VERSION) {
      throw new UnavailableException(
          "database "
              + settings
              + ": the server must be PostgreSQL 12 or newer, was "
              + server.version() / 10_000
              + "; upgrade it, or restore a dump of its schema into a newer one");
    }
    return server;
  }

  private static List<ColumnType> columnTypes(SortedMap<TableId, Table> tables) {
    return tables.values().stream()
        .flatMap(table -> table.columns().stream())
        .map(column -> column.columnType())
        .toList();
  }

  private static Schema schema(String name, SortedMap<TableId, Table> tables) {
    SortedMap<TableId, Table> ofSchema = new TreeMap<>(tables);
    ofSchema.keySet().removeIf(id -> !id.schema().equals(name));
    return new Schema(name, List.copyOf(ofSchema.values()));
  }

  private static List<Extension> extensions(Catalogue catalogue) throws SQLException {
    return catalogue
        .all(
            "extensions",
            row -> new Extension(row.text("name"), row.text("schema"), row.text("version")))
        .stream()
        .sorted(Comparator.comparing(Extension::name))
        .toList();
  }

  private static List<TableId> externalTables(SortedMap<TableId, Table> tables) {
    return tables.values().stream()
        .flatMap(Table::foreignKeys)
        .map(Constraint.ForeignKey::referenced)
        .filter(id -> !tables.containsKey(id))
        .distinct()
        .sorted()
        .toList();
  }
}
