package io.datalchemy.propose.update;

import io.datalchemy.plan.PolymorphicReference;
import io.datalchemy.plan.Rule;
import io.datalchemy.plan.VirtualForeignKey;
import io.datalchemy.schema.Column;
import io.datalchemy.schema.Constraint;
import io.datalchemy.schema.DatabaseSchema;
import io.datalchemy.schema.Table;
import io.datalchemy.schema.TableId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether a schema still has what a part of a plan is about. */
record RuleSubject(DatabaseSchema schema) {

  /** What of the rule's subject is gone; empty if all of it is there. */
  Optional<String> missing(Rule rule, DeclaredInPlan declared) {
    Optional<String> ofTable = missingTable(rule.tableId());
    if (ofTable.isPresent()) {
      return ofTable;
    }
    if (rule instanceof Rule.ColumnGenerator of) {
      return missingColumns(of.tableId(), List.of(of.column()));
    }
    if (rule instanceof Rule.Inject of) {
      return missingColumns(of.tableId(), of.column().stream().toList())
          .or(() -> of.column().isPresent() ? Optional.empty() : missingConstraint(of));
    }
    return rule instanceof Rule.ForeignKeyStrategy of ? missingKey(of, declared) : Optional.empty();
  }

  Optional<String> missing(VirtualForeignKey key) {
    return missingColumns(key.child(), key.columns())
        .or(() -> missingColumns(key.referenced(), key.referencedColumns()));
  }

  Optional<String> missing(PolymorphicReference reference) {
    return missingColumns(reference.child(), List.of(reference.typeColumn(), reference.idColumn()))
        .or(
            () ->
                reference.targets().stream()
                    .flatMap(to -> missingColumns(to.tableId(), List.of(to.column())).stream())
                    .findFirst());
  }

  /** The table, if it is gone or holds no rows any more. */
  Optional<String> missingTable(TableId id) {
    Optional<Table> table = schema.table(id);
    if (table.isEmpty()) {
      return Optional.of("table " + id + " is gone");
    }
    return table.get().holdsRows()
        ? Optional.empty()
        : Optional.of("table " + id + " holds no rows of its own any more");
  }

  private Optional<String> missingColumns(TableId id, List<String> names) {
    return missingTable(id)
        .or(
            () ->
                names.stream()
                    .filter(name -> column(id, name).isEmpty())
                    .map(name -> "column " + id + "." + name + " is gone")
                    .findFirst());
  }

  private Optional<Column> column(TableId id, String name) {
    return schema.table(id).flatMap(table -> table.column(name));
  }

  private Optional<String> missingConstraint(Rule.Inject rule) {
    String name = rule.constraint().orElse("");
    Table table = schema.table(rule.tableId()).orElseThrow();
    Stream<String> names =
        Stream.concat(
            table.constraints().stream().map(Constraint::name),
            table.indexes().stream().map(index -> index.name()));
    return names.anyMatch(name::equals)
        ? Optional.empty()
        : Optional.of("constraint " + name + " of " + rule.tableId() + " is gone");
  }

  private Optional<String> missingKey(Rule.ForeignKeyStrategy rule, DeclaredInPlan declared) {
    Table table = schema.table(rule.tableId()).orElseThrow();
    boolean isNamed =
        table
            .foreignKeys()
            .anyMatch(
                key ->
                    rule.foreignKey().filter(key.name()::equals).isPresent()
                        || rule.columns().equals(key.columns()));
    if (!rule.namesKey() || isNamed || declared.haveKeyOf(rule)) {
      return Optional.empty();
    }
    String which = rule.foreignKey().orElseGet(() -> "over " + String.join(", ", rule.columns()));
    return Optional.of("foreign key " + which + " of " + rule.tableId() + " is gone");
  }
}
