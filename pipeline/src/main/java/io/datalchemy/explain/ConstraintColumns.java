package io.datalchemy.explain;

import io.datalchemy.expression.parsing.ExpressionParser;
import io.datalchemy.expression.parsing.ParsedCondition;
import io.datalchemy.schema.Column;
import io.datalchemy.schema.Constraint;
import io.datalchemy.schema.DatabaseSchema;
import io.datalchemy.schema.Index;
import io.datalchemy.schema.Table;
import io.datalchemy.schema.type.Domain;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Which columns of a table each of its constraints is about, by the constraint's name. */
final class ConstraintColumns {
  private final Map<String, Set<String>> columns = new LinkedHashMap<>();

  ConstraintColumns(DatabaseSchema schema, Table table) {
    table.constraints().forEach(this::add);
    table.indexes().stream().filter(Index::isUnique).forEach(this::add);
    for (Column column : table.columns()) {
      add(column.name(), Set.of(column.name()));
      schema.domains(column.columnType()).forEach(domain -> add(domain, column));
    }
  }

  boolean concern(String constraint, String column) {
    return columns.getOrDefault(constraint, Set.of()).contains(column);
  }

  private void add(Constraint constraint) {
    if (constraint instanceof Constraint.PrimaryKey key) {
      add(key.name(), key.columns());
    } else if (constraint instanceof Constraint.Unique unique) {
      add(unique.name(), unique.columns());
    } else if (constraint instanceof Constraint.ForeignKey key) {
      add(key.name(), key.columns());
    } else if (constraint instanceof Constraint.Check check) {
      addExpression(check.name(), check.expression().replace(" NOT VALID", ""));
    } else if (constraint instanceof Constraint.Exclusion exclusion) {
      exclusion
          .elements()
          .forEach(element -> addExpression(exclusion.name(), element.expression()));
    }
  }

  private void add(Index index) {
    for (Index.Key key : index.keys()) {
      key.column().ifPresent(column -> add(index.name(), Set.of(column)));
      key.expression().ifPresent(expression -> addExpression(index.name(), expression));
    }
    index.predicate().ifPresent(predicate -> addExpression(index.name(), predicate));
  }

  private void add(Domain domain, Column column) {
    for (Domain.Check check : domain.checks()) {
      add(domain.name() + "." + check.name() + " on " + column.name(), Set.of(column.name()));
    }
  }

  private void addExpression(String constraint, String sql) {
    if (ExpressionParser.parseCheck(sql) instanceof ParsedCondition.Parsed parsed) {
      add(constraint, parsed.expression().columns());
    }
  }

  private void add(String constraint, Iterable<String> names) {
    Set<String> of = columns.computeIfAbsent(constraint, c -> new LinkedHashSet<>());
    names.forEach(of::add);
  }
}
