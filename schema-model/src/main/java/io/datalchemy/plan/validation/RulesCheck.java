package io.datalchemy.plan.validation;

import io.datalchemy.plan.Rule;
import io.datalchemy.plan.Rule.ColumnGenerator;
import io.datalchemy.plan.Rule.ConstraintPolicy;
import io.datalchemy.plan.Rule.ForeignKeyStrategy;
import io.datalchemy.problem.Problem;
import io.datalchemy.schema.Column;
import io.datalchemy.schema.ColumnId;
import io.datalchemy.schema.Table;
import io.datalchemy.schema.TableId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Does each rule speak of something that is there, and does no rule contradict another? */
final class RulesCheck {
  private final PlanInSchema context;
  private final Set<TableId> reached;
  private final Map<Object, Object> said = new HashMap<>();

  private RulesCheck(PlanInSchema context) {
    this.context = context;
    this.reached = ReachedTables.of(context.plan(), context.schema());
  }

  static void check(PlanInSchema context) {
    RulesCheck check = new RulesCheck(context);
    List<Rule> rules = context.plan().rules();
    for (int i = 0; i < rules.size(); i++) {
      check.checkRule(rules.get(i), "/rules/" + i);
    }
  }

  private void checkRule(Rule rule, String path) {
    Optional<Table> table = context.schema().table(rule.tableId());
    if (table.isEmpty()) {
      context.error(
          unknownTableCode(rule),
          path + "/table",
          "table '" + rule.tableId() + "': not found in schema.json",
          context.tableHint(rule.tableId()));
      return;
    }
    checkReached(rule, path);
    if (rule instanceof ColumnGenerator generator) {
      checkColumn(generator, table.get(), path);
    } else if (rule instanceof ConstraintPolicy policy) {
      checkPolicy(policy, table.get(), path);
    } else if (rule instanceof ForeignKeyStrategy strategy) {
      checkStrategy(strategy, table.get(), path);
    }
  }

  private static String unknownTableCode(Rule rule) {
    if (rule instanceof ColumnGenerator) {
      return "unknown_column_target";
    }
    return rule instanceof ForeignKeyStrategy ? "unknown_fk_target" : "unknown_constraint_target";
  }

  private void checkReached(Rule rule, String path) {
    if (!reached.contains(rule.tableId())) {
      context.warn(
          "rule_without_target",
          path + "/table",
          "table '" + rule.tableId() + "': is no target and no target's keys lead to it",
          "add a target for it, or remove the rule: it has no effect");
    }
  }

  private void checkColumn(ColumnGenerator rule, Table table, String path) {
    Optional<Column> column = table.column(rule.column());
    if (column.isEmpty()) {
      context.error(
          "unknown_column",
          path + "/column",
          "column '" + rule.column() + "' of " + rule.tableId() + ": not found in schema.json",
          PlanInSchema.columnHint(rule.column(), table));
      return;
    }
    ColumnId id = new ColumnId(rule.tableId(), rule.column());
    String code = "duplicate_generator_rule";
    String message = "column " + id + ": must have one generator, has a rule before with another";
    checkSaidOnce(id, meaning(rule), Problem.error(code, path, message).withHint("keep one"));
    ColumnRuleCheck.check(new RuleOnColumn(context, rule, path, table, column.get()));
  }

  private static List<Object> meaning(ColumnGenerator rule) {
    return List.of(
        rule.generator().id(),
        rule.generator().locale(),
        rule.effectiveParams(),
        rule.nullRate(),
        rule.transforms());
  }

  private void checkPolicy(ConstraintPolicy policy, Table table, String path) {
    TableId id = policy.tableId();
    String kind = PolicyKinds.words(policy.constraint());
    String code = "duplicate_constraint_policy";
    String message = kind + " of " + id + ": must have one policy, has another before";
    checkSaidOnce(
        List.of(id, policy.constraint()),
        policy.mode(),
        Problem.error(code, path, message).withHint("keep one"));
    if (!PolicyKinds.has(table, policy.constraint(), context.schema())) {
      context.warn(
          "constraint_not_found",
          path,
          "table " + id + ": has no " + kind + ", so that the policy has no effect",
          "remove the rule");
    }
  }

  private void checkStrategy(ForeignKeyStrategy strategy, Table table, String path) {
    TableId id = strategy.tableId();
    if (table.foreignKeys().findAny().isEmpty()) {
      context.warn(
          "fk_strategy_without_fk",
          path,
          "table " + id + ": has no foreign keys, so that the strategy has no effect",
          "remove the rule");
    }
    boolean allowed = context.plan().options().flatMap(o -> o.allowFkDisable()).orElse(false);
    if (strategy.mode() == Rule.StrategyMode.DISABLE && !allowed) {
      context.warn(
          "fk_disable_without_flag",
          path,
          "foreign keys of " + id + ": are disabled without options.allow_fk_disable",
          "set options.allow_fk_disable to true to say that rows may refer to nothing");
    }
  }

  private void checkSaidOnce(Object subject, Object meaning, Problem ifContradicted) {
    Object before = said.putIfAbsent(subject, meaning);
    if (before != null && !before.equals(meaning)) {
      context.problems().add(ifContradicted);
    }
  }
}
