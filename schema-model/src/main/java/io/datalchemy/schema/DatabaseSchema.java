package io.datalchemy.schema;

import io.datalchemy.schema.code.UserFunction;
import io.datalchemy.schema.type.Collation;
import io.datalchemy.schema.type.ColumnType;
import io.datalchemy.schema.type.CompositeType;
import io.datalchemy.schema.type.Domain;
import io.datalchemy.schema.type.EnumType;
import io.datalchemy.schema.type.Lists;
import io.datalchemy.schema.type.RangeType;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The schema of one database, as introspection found it: the whole of {@code schema.json}.
 *
 * <p>Lists are in the contract's order (names ascending), so that the same database always gives
 * the same bytes. {@code externalTables} are those that a foreign key of a selected schema points
 * to, in a schema that was not selected.
 */
public record DatabaseSchema(
    String schemaVersion,
    Engine engine,
    Optional<String> database,
    List<Schema> schemas,
    List<EnumType> enums,
    List<Domain> domains,
    List<CompositeType> compositeTypes,
    List<RangeType> rangeTypes,
    List<Sequence> sequences,
    List<UserFunction> functions,
    List<Collation> collations,
    List<Extension> extensions,
    List<ObjectComment> comments,
    List<TableId> externalTables,
    Optional<String> schemaFingerprint) {

  /** The version that this build writes; it reads every 0.x up to it. */
  public static final String CURRENT_VERSION = "0.3";

  public DatabaseSchema {
    Objects.requireNonNull(schemaVersion, "schemaVersion");
    Objects.requireNonNull(engine, "engine");
    database = Lists.orEmpty(database);
    schemas = Lists.copy(schemas);
    enums = Lists.copy(enums);
    domains = Lists.copy(domains);
    compositeTypes = Lists.copy(compositeTypes);
    rangeTypes = Lists.copy(rangeTypes);
    sequences = Lists.copy(sequences);
    functions = Lists.copy(functions);
    collations = Lists.copy(collations);
    extensions = Lists.copy(extensions);
    comments = Lists.copy(comments);
    externalTables = Lists.copy(externalTables);
    schemaFingerprint = Lists.orEmpty(schemaFingerprint);
  }

  /** The same schema of another database, or of none. */
  public DatabaseSchema withDatabase(Optional<String> name) {
    return with(name, schemas, schemaFingerprint);
  }

  /** The same database with other tables. */
  public DatabaseSchema withSchemas(List<Schema> others) {
    return with(database, others, schemaFingerprint);
  }

  /** The same schema with another fingerprint, or with none. */
  public DatabaseSchema withFingerprint(Optional<String> fingerprint) {
    return with(database, schemas, fingerprint);
  }

  private DatabaseSchema with(
      Optional<String> name, List<Schema> others, Optional<String> fingerprint) {
    return new DatabaseSchema(
        schemaVersion,
        engine,
        name,
        others,
        enums,
        domains,
        compositeTypes,
        rangeTypes,
        sequences,
        functions,
        collations,
        extensions,
        comments,
        externalTables,
        fingerprint);
  }

  /** The partitions of a table at the first level, by name; none if it is not partitioned. */
  public Stream<TableId> partitions(TableId table) {
    boolean isPartitioned = table(table).flatMap(Table::partitioning).isPresent();
    return isPartitioned
        ? schemas.stream().flatMap(schema -> schema.partitions(table))
        : Stream.empty();
  }

  /** The table of that name, if there is one. */
  public Optional<Table> table(TableId id) {
    return schemas.stream()
        .filter(schema -> schema.name().equals(id.schema()))
        .flatMap(schema -> schema.table(id.table()).stream())
        .findFirst();
  }

  /** The ids of all relations, by schema and name. */
  public Stream<TableId> tableIds() {
    return schemas.stream()
        .flatMap(schema -> schema.tables().stream().map(t -> new TableId(schema.name(), t.name())));
  }

  /** The enum of that name, if there is one. */
  public Optional<EnumType> enumType(String schema, String name) {
    return enums.stream()
        .filter(e -> e.schema().equals(schema) && e.name().equals(name))
        .findFirst();
  }

  /** The composite type of that name, if there is one. */
  public Optional<CompositeType> compositeType(String schema, String name) {
    return compositeTypes.stream()
        .filter(c -> c.schema().equals(schema) && c.name().equals(name))
        .findFirst();
  }

  /** The domain that a type names, the domain which that one is based on, and so on. */
  public Stream<Domain> domains(ColumnType type) {
    return Stream.iterate(
            domain(type.udtSchema(), type.udtName()),
            Optional::isPresent,
            d -> domain(d.get().baseType().udtSchema(), d.get().baseType().udtName()))
        .flatMap(Optional::stream);
  }

  /** The domain of that name, if there is one. */
  public Optional<Domain> domain(String schema, String name) {
    return domains.stream()
        .filter(d -> d.schema().equals(schema) && d.name().equals(name))
        .findFirst();
  }
}
