package io.datalchemy.propose;

import io.datalchemy.schema.Column;
import io.datalchemy.schema.Constraint;
import io.datalchemy.schema.DatabaseSchema;
import io.datalchemy.schema.Index;
import io.datalchemy.schema.Table;
import io.datalchemy.schema.TableId;
import io.datalchemy.schema.type.Domain;
import io.datalchemy.select.KeyColumns;
import io.datalchemy.select.SqlText;
import io.datalchemy.type.TypeFamily;
import io.datalchemy.type.ValueType;
import io.datalchemy.type.ValueTypes;
import java.util.stream.Stream;

/**
 * Tells which columns a proposed rule may speak of: those that nothing but their name decides.
 *
 * <p>Keys, computed columns and whatever a CHECK, a partition or an exclusion speaks of are left to
 * resolution, which decides from the constraint.
 */
record FreeColumns(DatabaseSchema schema, Table table) {

  boolean isFree(Column column) {
    return !isFilledByDatabase(column)
        && !isForeignKey(column)
        && !isCountingKey(column)
        && !hasDomainCheck(column)
        && conditions().noneMatch(sql -> SqlText.mentions(sql, column.name()));
  }

  /** Whether NULL is allowed, by the column and by its domain. */
  boolean isNullable(Column column) {
    return column.isNullable() && schema.domains(column.columnType()).allMatch(Domain::isNullable);
  }

  private static boolean isFilledByDatabase(Column column) {
    boolean counts =
        column.defaultExpression().filter(sql -> sql.startsWith("nextval(")).isPresent();
    return counts || column.identity().isPresent() || column.generated().isPresent();
  }

  private boolean isForeignKey(Column column) {
    return table.foreignKeys().anyMatch(key -> key.columns().contains(column.name()));
  }

  private boolean isCountingKey(Column column) {
    ValueType type = ValueTypes.of(column.columnType(), schema);
    boolean counts = type.family() == TypeFamily.INTEGER || type.family() == TypeFamily.UUID;
    return counts && KeyColumns.contain(table, column.name());
  }

  private boolean hasDomainCheck(Column column) {
    return schema.domains(column.columnType()).anyMatch(domain -> !domain.checks().isEmpty());
  }

  /** The keys by which a table and its partitions are partitioned. */
  private Stream<String> partitionKeys(Table parent) {
    Stream<String> below =
        schema
            .tableIds()
            .filter(id -> schema.table(id).filter(parent::equals).isPresent())
            .flatMap(this::partitions)
            .flatMap(this::partitionKeys);
    return Stream.concat(parent.partitioning().stream().map(p -> p.key()), below);
  }

  private Stream<Table> partitions(TableId parent) {
    return schema
        .tableIds()
        .flatMap(id -> schema.table(id).stream())
        .filter(t -> t.partitionOf().filter(p -> p.parent().equals(parent)).isPresent());
  }

  private Stream<String> conditions() {
    Stream<String> checks =
        table.constraints(Constraint.Check.class).map(Constraint.Check::expression);
    Stream<String> exclusions =
        table.constraints(Constraint.Exclusion.class).map(Constraint.Exclusion::definition);
    Stream<String> partitionKeys = partitionKeys(table);
    Stream<String> predicates =
        table.indexes().stream()
            .filter(Index::isUnique)
            .flatMap(index -> index.predicate().stream());
    return Stream.of(checks, exclusions, partitionKeys, predicates).flatMap(sql -> sql);
  }
}
