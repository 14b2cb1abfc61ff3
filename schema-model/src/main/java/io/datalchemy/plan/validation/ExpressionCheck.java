package io.datalchemy.plan.validation;

import com.fasterxml.jackson.databind.JsonNode;
import io.datalchemy.catalogue.GeneratorDeclaration;
import io.datalchemy.catalogue.ParameterDeclaration;
import io.datalchemy.constraint.SolverColumn;
import io.datalchemy.constraint.reading.Terms;
import io.datalchemy.expression.Expression;
import io.datalchemy.expression.parsing.ExpressionParser;
import io.datalchemy.expression.parsing.ParsedCondition;
import io.datalchemy.schema.Column;
import io.datalchemy.type.ValueTypes;
import java.time.Period;
import java.util.List;
import java.util.Optional;

/** Can the SQL expressions of a rule be read, over columns that are there? */
final class ExpressionCheck {
  private ExpressionCheck() {}

  /** Whether all of them can; what cannot is among the problems. */
  static boolean check(RuleOnColumn rule, Optional<GeneratorDeclaration> generator) {
    boolean holds = true;
    for (ParameterDeclaration parameter :
        generator.map(GeneratorDeclaration::parameters).orElse(List.of())) {
      Optional<JsonNode> value = rule.rule().effectiveParams().find(parameter.name());
      boolean isExpression = parameter.type() == ParameterDeclaration.Type.EXPRESSION;
      if (isExpression && value.filter(JsonNode::isTextual).isPresent()) {
        holds &= check(rule, value.get().textValue(), rule.paramPath(parameter.name()));
      }
    }
    return holds;
  }

  private static boolean check(RuleOnColumn rule, String sql, String path) {
    ParsedCondition parsed = ExpressionParser.parse(sql);
    if (parsed instanceof ParsedCondition.Unsupported unsupported) {
      return invalid(rule, path, sql, unsupported.reason());
    }
    Expression expression = ((ParsedCondition.Parsed) parsed).expression();
    boolean holds = true;
    for (String name : expression.columns()) {
      holds &= checkColumn(rule, name, path);
    }
    if (!holds) {
      return false;
    }
    return terms(rule)
        .unsupportedPart(expression)
        .map(reason -> invalid(rule, path, sql, reason))
        .orElse(true);
  }

  private static boolean checkColumn(RuleOnColumn rule, String name, String path) {
    Optional<Column> column = rule.table().column(name);
    if (column.isEmpty()) {
      rule.context()
          .error(
              "unknown_input_column",
              path,
              "column '" + name + "' of " + rule.rule().tableId() + ": not found in schema.json",
              PlanInSchema.columnHint(name, rule.table()));
      return false;
    }
    return !PlanInSchema.isComputed(column.get())
        || invalid(rule, path, name, "the database computes it, so that it has no value yet");
  }

  private static Terms terms(RuleOnColumn rule) {
    List<SolverColumn> columns =
        rule.table().columns().stream()
            .map(
                c ->
                    new SolverColumn(
                        c.name(), ValueTypes.of(c.columnType(), rule.context().schema()), false))
            .toList();
    return new Terms(columns, rule.context().plan().effectiveAsOf(), Period.ZERO);
  }

  private static boolean invalid(RuleOnColumn rule, String path, String sql, String reason) {
    rule.context()
        .error(
            "invalid_expression", path, "expression of " + rule.id() + ": " + sql + ": " + reason);
    return false;
  }
}
