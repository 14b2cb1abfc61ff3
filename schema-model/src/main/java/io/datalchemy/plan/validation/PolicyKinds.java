package io.datalchemy.plan.validation;

import io.datalchemy.plan.Rule.ConstraintKind;
import io.datalchemy.schema.Column;
import io.datalchemy.schema.Constraint;
import io.datalchemy.schema.DatabaseSchema;
import io.datalchemy.schema.Index;
import io.datalchemy.schema.Table;
import java.util.Locale;

/** The kinds of constraint that a policy names, as the schema holds them. */
final class PolicyKinds {
  private PolicyKinds() {}

  static String words(ConstraintKind kind) {
    return kind == ConstraintKind.NOT_NULL || kind == ConstraintKind.CHECK
        ? kind.name().replace('_', ' ')
        : kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  static boolean has(Table table, ConstraintKind kind, DatabaseSchema schema) {
    return switch (kind) {
      case CHECK -> has(table, Constraint.Check.class) || hasDomainCheck(table, schema);
      case UNIQUE -> has(table, Constraint.Unique.class) || hasUniqueIndex(table);
      case NOT_NULL -> table.columns().stream().anyMatch(column -> !column.isNullable());
      case PRIMARY_KEY -> has(table, Constraint.PrimaryKey.class);
      case FOREIGN_KEY -> has(table, Constraint.ForeignKey.class);
    };
  }

  private static boolean has(Table table, Class<? extends Constraint> kind) {
    return table.constraints(kind).findAny().isPresent();
  }

  private static boolean hasUniqueIndex(Table table) {
    return table.indexes().stream().filter(Index::isUnique).anyMatch(index -> !index.isPrimary());
  }

  private static boolean hasDomainCheck(Table table, DatabaseSchema schema) {
    return table.columns().stream()
        .map(Column::columnType)
        .flatMap(type -> schema.domain(type.udtSchema(), type.udtName()).stream())
        .anyMatch(domain -> !domain.checks().isEmpty());
  }
}
