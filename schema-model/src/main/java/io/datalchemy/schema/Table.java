package io.datalchemy.schema;

import io.datalchemy.schema.code.RewriteRule;
import io.datalchemy.schema.code.RowSecurity;
import io.datalchemy.schema.code.Trigger;
import io.datalchemy.schema.type.Lists;
import io.datalchemy.schema.type.TypeId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One relation: its columns by position, its constraints by kind and name, its indexes by name.
 *
 * <p>A partition is a table with {@code partitionOf}; its rows belong to the root of its tree, so
 * none are generated for it.
 *
 * @param ofType the composite type of a typed table
 * @param foreignServer the server of a foreign table, by name
 */
public record Table(
    String name,
    TableKind kind,
    Optional<String> comment,
    List<Column> columns,
    List<Constraint> constraints,
    List<Index> indexes,
    Optional<Partitioning> partitioning,
    Optional<PartitionOf> partitionOf,
    List<TableId> inherits,
    List<Trigger> triggers,
    List<RewriteRule> rules,
    Optional<String> viewDefinition,
    Optional<RowSecurity> rowSecurity,
    Optional<TypeId> ofType,
    Optional<String> foreignServer,
    Optional<Long> rowEstimate) {

  public Table {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(kind, "kind");
    comment = Lists.orEmpty(comment);
    columns = Lists.copy(columns);
    constraints = Lists.copy(constraints);
    indexes = Lists.copy(indexes);
    partitioning = Lists.orEmpty(partitioning);
    partitionOf = Lists.orEmpty(partitionOf);
    inherits = Lists.copy(inherits);
    triggers = Lists.copy(triggers);
    rules = Lists.copy(rules);
    viewDefinition = Lists.orEmpty(viewDefinition);
    rowSecurity = Lists.orEmpty(rowSecurity);
    ofType = Lists.orEmpty(ofType);
    foreignServer = Lists.orEmpty(foreignServer);
    rowEstimate = Lists.orEmpty(rowEstimate);
  }

  /** The same table with other constraints. */
  public Table withConstraints(List<Constraint> others) {
    return new Table(
        name,
        kind,
        comment,
        columns,
        others,
        indexes,
        partitioning,
        partitionOf,
        inherits,
        triggers,
        rules,
        viewDefinition,
        rowSecurity,
        ofType,
        foreignServer,
        rowEstimate);
  }

  /** Whether rows are generated for this table itself: a table or partition root, no partition. */
  public boolean holdsRows() {
    return kind.holdsRows() && partitionOf.isEmpty();
  }

  /** The column of that name, if there is one. */
  public Optional<Column> column(String columnName) {
    return columns.stream().filter(c -> c.name().equals(columnName)).findFirst();
  }

  /** The primary key, if there is one. */
  public Optional<Constraint.PrimaryKey> primaryKey() {
    return constraints(Constraint.PrimaryKey.class).findFirst();
  }

  /** The constraints of one kind, by name. */
  public <C extends Constraint> Stream<C> constraints(Class<C> kind) {
    return constraints.stream().filter(kind::isInstance).map(kind::cast);
  }

  /** The foreign keys, by name. */
  public Stream<Constraint.ForeignKey> foreignKeys() {
    return constraints(Constraint.ForeignKey.class);
  }
}
