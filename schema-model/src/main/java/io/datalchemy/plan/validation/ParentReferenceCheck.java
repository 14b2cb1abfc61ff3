package io.datalchemy.plan.validation;

import io.datalchemy.catalogue.Parameters;
import io.datalchemy.schema.Table;
import io.datalchemy.schema.TableId;
import java.util.List;
import java.util.Optional;

/** Do {@code derive.fk} and {@code derive.parent_value} lead to a parent that is there? */
final class ParentReferenceCheck {
  private static final List<String> FIELDS =
      List.of("parent_schema", "parent_table", "parent_column");

  private ParentReferenceCheck() {}

  /** Whether this check, and no other, tells about the parameter. */
  static boolean owns(RuleOnColumn rule, String parameter) {
    return isParentValue(rule) && FIELDS.contains(parameter);
  }

  /** Whether the parent holds; what does not is among the problems. */
  static boolean check(RuleOnColumn rule) {
    if (rule.generatorId().equals("derive.fk")) {
      return checkKey(rule);
    }
    return !isParentValue(rule) || (checkGiven(rule) && checkKnown(rule) && checkReachable(rule));
  }

  private static boolean isParentValue(RuleOnColumn rule) {
    return rule.generatorId().equals("derive.parent_value");
  }

  private static boolean checkKey(RuleOnColumn rule) {
    boolean isKey = PlanInSchema.foreignKeyColumns(rule.table()).contains(rule.column().name());
    if (!isKey) {
      rule.context()
          .error(
              "unreachable_parent",
              rule.path() + "/column",
              "derive.fk on " + rule.id() + ": must be a foreign key's column, is none",
              "choose another generator");
    }
    return isKey;
  }

  private static boolean checkGiven(RuleOnColumn rule) {
    Parameters params = rule.rule().effectiveParams();
    List<String> missing =
        FIELDS.stream()
            .filter(field -> params.find(field).filter(node -> node.isTextual()).isEmpty())
            .toList();
    missing.forEach(
        field ->
            rule.context()
                .error(
                    "missing_parent_reference",
                    rule.paramPath(field),
                    "parameter '" + field + "' of derive.parent_value: must be given as a text"));
    return missing.isEmpty();
  }

  private static boolean checkKnown(RuleOnColumn rule) {
    PlanInSchema context = rule.context();
    TableId parent = parent(rule);
    Optional<Table> table = context.schema().table(parent);
    String column = text(rule, "parent_column");
    if (!context.hasSchema(parent.schema())) {
      unknown(rule, "parent_schema", parent.schema(), context.schemaHint(parent.schema()));
      return false;
    }
    if (table.isEmpty()) {
      unknown(rule, "parent_table", parent.toString(), context.tableHint(parent));
      return false;
    }
    if (table.get().column(column).isEmpty()) {
      String hint = PlanInSchema.columnHint(column, table.get());
      unknown(rule, "parent_column", parent + "." + column, hint);
      return false;
    }
    return true;
  }

  private static void unknown(RuleOnColumn rule, String field, String name, String hint) {
    rule.context()
        .error(
            "unknown_parent_reference",
            rule.paramPath(field),
            field + " '" + name + "': not found in schema.json",
            hint);
  }

  private static boolean checkReachable(RuleOnColumn rule) {
    List<String> inputs = rule.rule().effectiveParams().texts("input_columns");
    TableId parent = parent(rule);
    boolean reachable =
        rule.table()
            .foreignKeys()
            .filter(key -> key.referenced().equals(parent))
            .anyMatch(key -> inputs.stream().limit(1).anyMatch(key.columns()::contains));
    if (!reachable) {
      rule.context()
          .error(
              "unreachable_parent",
              rule.paramPath("input_columns"),
              "input_columns of "
                  + rule.id()
                  + ": must start with a foreign key's column that leads to "
                  + parent
                  + ", was "
                  + inputs,
              keysTo(rule, parent));
    }
    return reachable;
  }

  private static String keysTo(RuleOnColumn rule, TableId parent) {
    List<String> columns =
        rule.table()
            .foreignKeys()
            .filter(key -> key.referenced().equals(parent))
            .map(key -> key.columns().get(0))
            .toList();
    return columns.isEmpty()
        ? "no foreign key of " + rule.rule().tableId() + " leads there"
        : "there are: " + String.join(", ", columns);
  }

  private static TableId parent(RuleOnColumn rule) {
    return new TableId(text(rule, "parent_schema"), text(rule, "parent_table"));
  }

  private static String text(RuleOnColumn rule, String field) {
    return rule.rule().effectiveParams().text(field).orElseThrow();
  }
}
