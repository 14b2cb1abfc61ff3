package io.datalchemy.resolution.injection;

import io.datalchemy.resolution.key.UniqueSet;
import io.datalchemy.resolve.ResolvedPlan;
import io.datalchemy.resolve.ResolvedTable;
import io.datalchemy.schema.Column;
import io.datalchemy.schema.Constraint;
import io.datalchemy.schema.Constraint.ForeignKey;
import io.datalchemy.schema.DatabaseSchema;
import io.datalchemy.schema.GeneratedColumn;
import io.datalchemy.schema.Partitioning;
import io.datalchemy.schema.Table;
import io.datalchemy.schema.TableId;
import io.datalchemy.schema.type.Domain;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A table whose rows are to be broken, and what stands against changing its columns. */
final class BreakableTable {
  private final DatabaseSchema schema;
  private final ResolvedPlan plan;
  private final TableId id;
  private final Table table;
  private final List<UniqueSet> uniqueSets;
  private final List<ForeignKey> foreignKeys;
  private final RowRules rules;

  BreakableTable(DatabaseSchema schema, ResolvedPlan plan, TableId id) {
    this.schema = schema;
    this.plan = plan;
    this.id = id;
    this.table = schema.table(id).orElseThrow();
    this.uniqueSets = UniqueSet.of(table);
    this.foreignKeys = treeOf(id).flatMap(Table::foreignKeys).toList();
    this.rules = RowRules.of(table, schema);
  }

  Table table() {
    return table;
  }

  ResolvedTable resolved() {
    return plan.table(id).orElseThrow();
  }

  ResolvedPlan plan() {
    return plan;
  }

  RowRules rules() {
    return rules;
  }

  List<UniqueSet> uniqueSets() {
    return uniqueSets;
  }

  /** The foreign keys of the table and, as its rows lie there, of its partitions. */
  List<ForeignKey> foreignKeys() {
    return foreignKeys;
  }

  /**
   * Why a column cannot be changed at all without breaking more than one constraint.
   *
   * @param own the constraint that is to be broken
   */
  Optional<String> obstacle(String column, String own) {
    if (resolved().column(column).filter(c -> c.isWritten()).isEmpty()) {
      return Optional.of("the database fills " + column);
    }
    return referring(column)
        .or(() -> partitionKey(column))
        .or(() -> computed(column))
        .or(() -> unreadable(column, own))
        .or(() -> exclusion(column, own))
        .or(() -> predicate(column, own));
  }

  /** Why a column cannot become NULL, though rows with a NULL there may be what is asked for. */
  Optional<String> nullObstacle(String column, String own) {
    Column found = table.column(column).orElseThrow();
    if (found.identity().isPresent()) {
      return Optional.of("the file would not load with a NULL in the identity column " + column);
    }
    if (!schema.domains(found.columnType()).allMatch(Domain::isNullable)) {
      return Optional.of("the file would not load: the domain of " + column + " takes no NULL");
    }
    return obstacle(column, own).or(() -> nullInKey(column));
  }

  /** Whether a key of the table holds the column, so that its values may not repeat. */
  boolean isUnique(String column) {
    return uniqueSets.stream().anyMatch(set -> set.columns().contains(column));
  }

  private Optional<String> referring(String column) {
    return plan.tables().stream()
        .flatMap(
            child ->
                child.foreignKeys().stream()
                    .filter(key -> key.parent().equals(id))
                    .filter(key -> key.parentColumns().contains(column))
                    .map(key -> child.id() + " refers to " + column + " by " + key.name()))
        .findFirst();
  }

  private Optional<String> partitionKey(String column) {
    return treeOf(id)
        .flatMap(part -> part.partitioning().stream())
        .map(Partitioning::key)
        .filter(key -> RowRules.mentions(key, column))
        .map(key -> "the file would not load: " + column + " decides the partition")
        .findFirst();
  }

  private Optional<String> computed(String column) {
    return table.columns().stream()
        .filter(
            other ->
                other
                    .generated()
                    .map(GeneratedColumn::expression)
                    .filter(expression -> RowRules.mentions(expression, column))
                    .isPresent())
        .map(other -> "the database computes " + other.name() + " from " + column)
        .findFirst();
  }

  private Optional<String> unreadable(String column, String own) {
    return rules.unreadable().entrySet().stream()
        .filter(entry -> !entry.getKey().equals(own))
        .filter(entry -> RowRules.mentions(entry.getValue(), column))
        .map(
            entry ->
                column
                    + " stands in "
                    + entry.getKey().replace('\u0000', '.')
                    + ", which is not understood")
        .findFirst();
  }

  private Optional<String> exclusion(String column, String own) {
    return table
        .constraints(Constraint.Exclusion.class)
        .filter(exclusion -> !exclusion.name().equals(own))
        .filter(exclusion -> RowRules.mentions(exclusion.definition(), column))
        .map(exclusion -> column + " stands in the exclusion " + exclusion.name())
        .findFirst();
  }

  private Optional<String> predicate(String column, String own) {
    return uniqueSets.stream()
        .filter(set -> !set.name().equals(own))
        .filter(
            set ->
                Stream.concat(set.predicate().stream(), set.unsupported().stream())
                    .anyMatch(sql -> RowRules.mentions(sql, column)))
        .map(set -> column + " decides what " + set.name() + " applies to")
        .findFirst();
  }

  private Optional<String> nullInKey(String column) {
    Optional<String> unique =
        uniqueSets.stream()
            .filter(set -> set.columns().contains(column))
            .filter(set -> !set.exemptsNulls() || set.valued().contains(column))
            .map(set -> column + " stands in " + set.name() + ", which takes no NULL or only one")
            .findFirst();
    return unique.or(
        () ->
            foreignKeys.stream()
                .filter(key -> key.matchType() == Constraint.MatchType.FULL)
                .filter(key -> key.columns().size() > 1 && key.columns().contains(column))
                .map(key -> key.name() + " is MATCH FULL: its columns are NULL together")
                .findFirst());
  }

  private Stream<Table> treeOf(TableId root) {
    List<Table> tree = new ArrayList<>();
    tree.add(schema.table(root).orElseThrow());
    schema.partitions(root).forEach(partition -> treeOf(partition).forEach(tree::add));
    return tree.stream();
  }
}
