package io.datalchemy.plan.validation;

import io.datalchemy.plan.GenerationPlan.Reference;
import io.datalchemy.plan.GenerationPlan.UnsupportedRule;
import io.datalchemy.schema.Table;
import io.datalchemy.schema.TableId;
import java.util.List;
import java.util.Optional;

/** Are the places there that unsupported rules speak of? */
final class UnsupportedRulesCheck {
  private UnsupportedRulesCheck() {}

  static void check(PlanInSchema context) {
    List<UnsupportedRule> rules = context.plan().rulesUnsupported();
    for (int i = 0; i < rules.size(); i++) {
      String path = "/rules_unsupported/" + i + "/reference";
      rules.get(i).reference().ifPresent(reference -> checkPlace(context, reference, path));
    }
  }

  private static void checkPlace(PlanInSchema context, Reference reference, String path) {
    TableId id = new TableId(reference.schema(), reference.table());
    Optional<Table> table = context.schema().table(id);
    if (!context.hasSchema(id.schema())) {
      context.warn(
          "unsupported_unknown_schema",
          path + "/schema",
          "schema '" + id.schema() + "': not found in schema.json",
          context.schemaHint(id.schema()));
    } else if (table.isEmpty()) {
      context.warn(
          "unsupported_unknown_table",
          path + "/table",
          "table '" + id + "': not found in schema.json",
          context.tableHint(id));
    } else if (reference.column().flatMap(table.get()::column).isEmpty()) {
      reference.column().ifPresent(column -> warnColumn(context, table.get(), column, path));
    }
  }

  private static void warnColumn(PlanInSchema context, Table table, String column, String path) {
    context.warn(
        "unsupported_unknown_column",
        path + "/column",
        "column '" + column + "' of " + table.name() + ": not found in schema.json",
        PlanInSchema.columnHint(column, table));
  }
}
