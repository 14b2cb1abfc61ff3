package io.datalchemy.resolution.condition;

import io.datalchemy.expression.Expression;
import io.datalchemy.expression.Expression.Test;
import io.datalchemy.expression.parsing.ExpressionParser;
import io.datalchemy.expression.parsing.ParsedCondition;
import io.datalchemy.schema.Column;
import io.datalchemy.schema.Constraint;
import io.datalchemy.schema.DatabaseSchema;
import io.datalchemy.schema.Table;
import io.datalchemy.schema.TableId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What single partitions of a table demand of the rows that go to them: CHECKs and NOT NULLs that
 * the table itself does not have.
 *
 * <p>Where it is not known which rows go to a partition, such as with hashes, all have to meet it.
 */
public final class PartitionRules {
  private final DatabaseSchema schema;
  private final PartitionBounds bounds;

  /** The rules of the partitions of a schema. */
  public PartitionRules(DatabaseSchema schema) {
    this.schema = schema;
    this.bounds = new PartitionBounds(schema);
  }

  /**
   * One partition's rule.
   *
   * @param definition the rule as a CHECK
   * @param rows the rows that go to the partition; empty if that may be any
   */
  public record Rule(String name, String kind, String definition, Optional<Expression> rows) {

    /** The condition, which has to hold of the rows that go to the partition, on any row. */
    public Expression on(Expression condition) {
      Expression held = new Test(condition, Test.Kind.NOT_FALSE);
      return rows.<Expression>map(in -> new Expression.Or(List.of(Expression.isNotTrue(in), held)))
          .orElse(condition);
    }
  }

  /** The rules of all partitions of a table, at every level. */
  public List<Rule> of(TableId root) {
    List<Rule> rules = new ArrayList<>();
    add(root, Optional.empty(), rules);
    return rules;
  }

  private void add(TableId parent, Optional<Expression> rows, List<Rule> rules) {
    for (TableId partition : schema.partitions(parent).toList()) {
      Optional<Expression> own = bounds.rows(parent, partition).flatMap(PartitionRules::parsed);
      Optional<Expression> both =
          rows.isPresent() && own.isPresent()
              ? Optional.of(Expression.And.of(rows.get(), own.get()))
              : own.or(() -> rows);
      addOwn(parent, partition, both, rules);
      add(partition, both, rules);
    }
  }

  private void addOwn(
      TableId parent, TableId partition, Optional<Expression> rows, List<Rule> rules) {
    Table above = schema.table(parent).orElseThrow();
    Table table = schema.table(partition).orElseThrow();
    Set<String> inherited =
        above
            .constraints(Constraint.Check.class)
            .map(Constraint.Check::name)
            .collect(Collectors.toSet());
    table
        .constraints(Constraint.Check.class)
        .filter(check -> !inherited.contains(check.name()))
        .forEach(
            check ->
                rules.add(
                    new Rule(
                        check.name() + " of " + partition, "check", check.expression(), rows)));
    for (Column column : table.columns()) {
      boolean isStricter =
          !column.isNullable()
              && above.column(column.name()).filter(Column::isNullable).isPresent();
      if (isStricter) {
        rules.add(
            new Rule(
                column.name() + " of " + partition,
                "not_null",
                "CHECK (" + new Expression.Column(column.name()).toSql() + " IS NOT NULL)",
                rows));
      }
    }
  }

  private static Optional<Expression> parsed(String sql) {
    return ExpressionParser.parse(sql) instanceof ParsedCondition.Parsed parsed
        ? Optional.of(parsed.expression())
        : Optional.empty();
  }
}
