package io.datalchemy.plan.validation;

import io.datalchemy.plan.Rule.ConstraintKind;
import io.datalchemy.plan.Rule.PolicyMode;
import io.datalchemy.plan.Rule.Transform;
import io.datalchemy.plan.derivation.ChildNumbers;
import io.datalchemy.problem.Problem;
import io.datalchemy.problem.Severity;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** May a rule decide this column's values, and how many of them are NULL? */
final class ColumnRuleCheck {
  private static final List<String> KEY_DERIVES = List.of("derive.fk", "derive.parent_value");

  private ColumnRuleCheck() {}

  static void check(RuleOnColumn rule) {
    checkForeignKey(rule);
    checkComputed(rule);
    checkNullRate(rule);
    GeneratorCheck.check(rule);
    TransformsCheck.check(rule);
  }

  /** Whether the rule's values come through a foreign key. */
  static boolean takesFromParent(RuleOnColumn rule) {
    return takesFromParent(rule.generatorId());
  }

  /** Whether the generator's values come through a foreign key. */
  static boolean takesFromParent(String generatorId) {
    return KEY_DERIVES.contains(generatorId) || generatorId.equals(ChildNumbers.ID);
  }

  private static void checkForeignKey(RuleOnColumn rule) {
    PlanInSchema context = rule.context();
    boolean isKey = PlanInSchema.foreignKeyColumns(rule.table()).contains(rule.column().name());
    if (isKey && !KEY_DERIVES.contains(rule.generatorId()) && !isDisabled(rule)) {
      context.error(
          "rule_on_foreign_key_column",
          rule.path() + "/column",
          "column "
              + rule.id()
              + ": must refer to a row of its parent, but the rule gives it "
              + rule.generatorId(),
          "remove the rule, or disable the table's keys with a foreign_key_strategy");
    }
  }

  private static boolean isDisabled(RuleOnColumn rule) {
    return rule.context().disablesForeignKeys(rule.rule().tableId(), rule.column().name());
  }

  private static void checkComputed(RuleOnColumn rule) {
    if (PlanInSchema.isComputed(rule.column())) {
      rule.context()
          .error(
              "rule_on_computed_column",
              rule.path() + "/column",
              "column " + rule.id() + ": is computed by the database, which takes no value for it",
              "remove the rule");
    }
  }

  private static void checkNullRate(RuleOnColumn rule) {
    String path = rule.path() + "/null_rate";
    rule.rule().nullRate().ifPresent(rate -> OptionsCheck.checkRate(rule.context(), rate, path));
    rule.rule().nullRate().ifPresent(rate -> checkNullable(rule, rate, path));
    List<Transform> transforms = rule.rule().transforms();
    for (int i = 0; i < transforms.size(); i++) {
      String ratePath = rule.path() + "/transforms/" + i + "/params/rate";
      rate(transforms.get(i)).ifPresent(rate -> checkNullable(rule, rate, ratePath));
    }
  }

  private static Optional<BigDecimal> rate(Transform transform) {
    return transform
        .params()
        .filter(params -> transform.transform().equals("transform.null_rate"))
        .flatMap(params -> params.find("rate"))
        .filter(node -> node.isNumber())
        .map(node -> node.decimalValue());
  }

  private static void checkNullable(RuleOnColumn rule, BigDecimal rate, String path) {
    PolicyMode policy = rule.context().policy(rule.rule().tableId(), ConstraintKind.NOT_NULL);
    if (rate.signum() <= 0 || isNullable(rule) || policy == PolicyMode.IGNORE) {
      return;
    }
    Severity severity = policy == PolicyMode.WARN ? Severity.WARNING : Severity.ERROR;
    String message =
        "null_rate of "
            + rule.id()
            + ": must be 0 as the column is NOT NULL, was "
            + rate.toPlainString();
    Optional<String> hint = Optional.of("leave it out");
    rule.context()
        .problems()
        .add(new Problem(severity, "null_rate_on_not_null_column", path, message, hint));
  }

  private static boolean isNullable(RuleOnColumn rule) {
    var type = rule.column().columnType();
    return rule.column().isNullable()
        && rule.context()
            .schema()
            .domain(type.udtSchema(), type.udtName())
            .map(domain -> domain.isNullable())
            .orElse(true);
  }
}
