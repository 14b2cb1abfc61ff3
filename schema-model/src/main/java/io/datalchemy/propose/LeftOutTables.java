package io.datalchemy.propose;

import io.datalchemy.plan.GenerationPlan.Reference;
import io.datalchemy.plan.GenerationPlan.UnsupportedRule;
import io.datalchemy.plan.Rule;
import io.datalchemy.schema.Constraint.ForeignKey;
import io.datalchemy.schema.DatabaseSchema;
import io.datalchemy.schema.TableId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The tables that a proposed plan has no rows for, and what it says of them: why, and that the keys
 * of other tables to them are NULL.
 *
 * @param rows the rows of each table that could hold some
 */
record LeftOutTables(DatabaseSchema schema, Capacity capacity, Map<TableId, Long> rows) {

  /** One sentence for each table, for people. */
  List<String> notes() {
    return tables().stream()
        .map(table -> "table " + table + ": left out, " + reason(table))
        .toList();
  }

  /** The tables as what no rule could say, with the reasons. */
  List<UnsupportedRule> wishes() {
    return tables().stream()
        .map(
            table ->
                new UnsupportedRule(
                    "rows of " + table,
                    reason(table),
                    Optional.of(new Reference(table.schema(), table.table(), Optional.empty()))))
        .toList();
  }

  /** A rule for each foreign key to such a table. */
  List<Rule> rules() {
    List<Rule> rules = new ArrayList<>();
    rows.forEach(
        (table, count) -> {
          if (count > 0) {
            RowCounts.parentless(table, schema, rows).forEach(key -> rules.add(rule(table, key)));
          }
        });
    return rules;
  }

  private List<TableId> tables() {
    return rows.keySet().stream().filter(table -> rows.get(table) < 1).toList();
  }

  private String reason(TableId table) {
    Optional<String> parent =
        RowCounts.parentless(table, schema, rows).stream()
            .map(ForeignKey::referenced)
            .findFirst()
            .map(id -> "it needs rows of " + id + ", which is left out");
    return capacity
        .obstacle(table)
        .map(why -> why.startsWith(table + ": ") ? why.substring((table + ": ").length()) : why)
        .or(() -> parent)
        .orElse("its constraints allow no rows");
  }

  private static Rule rule(TableId table, ForeignKey key) {
    return new Rule.ForeignKeyStrategy(
        table.schema(),
        table.table(),
        Rule.StrategyMode.RESPECT,
        Optional.of("NULL in all rows: " + key.referenced() + " is left out"),
        Optional.empty(),
        Optional.of(key.name()),
        List.of(),
        Optional.empty(),
        Optional.of(BigDecimal.ONE),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
