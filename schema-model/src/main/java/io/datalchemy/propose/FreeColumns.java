package io.datalchemy.propose;

import io.datalchemy.schema.Column;
import io.datalchemy.schema.Constraint;
import io.datalchemy.schema.DatabaseSchema;
import io.datalchemy.schema.Domain;
import io.datalchemy.schema.Index;
import io.datalchemy.schema.Table;
import io.datalchemy.select.KeyColumns;
import io.datalchemy.select.SqlText;
import io.datalchemy.type.TypeFamily;
import io.datalchemy.type.ValueType;
import io.datalchemy.type.ValueTypes;
import java.util.Optional;
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
    return column.isNullable() && domain(column).map(Domain::isNullable).orElse(true);
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
    return domain(column).filter(domain -> !domain.checks().isEmpty()).isPresent();
  }

  private Optional<Domain> domain(Column column) {
    return schema.domain(column.columnType().udtSchema(), column.columnType().udtName());
  }

  private Stream<String> conditions() {
    Stream<String> checks =
        table.constraints(Constraint.Check.class).map(Constraint.Check::expression);
    Stream<String> exclusions =
        table.constraints(Constraint.Exclusion.class).map(Constraint.Exclusion::definition);
    Stream<String> partitionKey = table.partitioning().stream().map(p -> p.key());
    Stream<String> predicates =
        table.indexes().stream()
            .filter(Index::isUnique)
            .flatMap(index -> index.predicate().stream());
    return Stream.of(checks, exclusions, partitionKey, predicates).flatMap(sql -> sql);
  }
}
