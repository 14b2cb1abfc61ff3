package io.datalchemy.plan.validation;

import com.fasterxml.jackson.databind.JsonNode;
import io.datalchemy.catalogue.GeneratorDeclaration;
import io.datalchemy.catalogue.ParameterDeclaration;
import io.datalchemy.schema.Column;
import java.util.List;
import java.util.Optional;

/** Are the columns there that a rule's generator reads, and do their values exist? */
final class InputColumnsCheck {
  private InputColumnsCheck() {}

  /** Whether all of them can be read; what cannot is among the problems. */
  static boolean check(RuleOnColumn rule, Optional<GeneratorDeclaration> generator) {
    boolean holds = true;
    for (String parameter : parameters(generator)) {
      Optional<JsonNode> value = rule.rule().effectiveParams().find(parameter);
      if (value.isPresent()) {
        holds &= checkList(rule, value.get(), rule.paramPath(parameter));
      }
    }
    return holds;
  }

  /** The names of the parameters that name columns. */
  static List<String> parameters(Optional<GeneratorDeclaration> generator) {
    return generator
        .map(
            declared ->
                declared.parameters().stream()
                    .filter(p -> p.type() == ParameterDeclaration.Type.COLUMNS)
                    .map(ParameterDeclaration::name)
                    .toList())
        .orElse(List.of("input_columns"));
  }

  private static boolean checkList(RuleOnColumn rule, JsonNode value, String path) {
    if (!value.isArray()) {
      invalid(rule, path, "must be a list of column names, was " + value);
      return false;
    }
    boolean holds = true;
    for (int i = 0; i < value.size(); i++) {
      holds &= checkColumn(rule, value.get(i), path + "/" + i);
    }
    return holds;
  }

  private static boolean checkColumn(RuleOnColumn rule, JsonNode name, String path) {
    if (!name.isTextual()) {
      invalid(rule, path, "must name columns, was " + name);
      return false;
    }
    Optional<Column> column = rule.table().column(name.textValue());
    if (column.isEmpty()) {
      unknown(rule, name.textValue(), path);
      return false;
    }
    if (PlanInSchema.isComputed(column.get())) {
      invalid(rule, path, "must have a value before the database computes it, was " + name);
      return false;
    }
    return true;
  }

  private static void unknown(RuleOnColumn rule, String column, String path) {
    rule.context()
        .error(
            "unknown_input_column",
            path,
            "column '" + column + "' of " + rule.rule().tableId() + ": not found in schema.json",
            PlanInSchema.columnHint(column, rule.table()));
  }

  private static void invalid(RuleOnColumn rule, String path, String breach) {
    rule.context()
        .error("invalid_input_columns", path, "input columns of " + rule.id() + ": " + breach);
  }
}
