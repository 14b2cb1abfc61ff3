package io.datalchemy.introspect;

import io.datalchemy.graph.CycleBreak;
import io.datalchemy.graph.ForeignKeyGraph;
import io.datalchemy.introspect.catalogue.FunctionUse;
import io.datalchemy.problem.Problem;
import io.datalchemy.schema.Constraint;
import io.datalchemy.schema.DatabaseSchema;
import io.datalchemy.schema.Schema;
import io.datalchemy.schema.Table;
import io.datalchemy.schema.TableId;
import io.datalchemy.schema.TableKind;
import io.datalchemy.schema.code.RewriteRule;
import io.datalchemy.schema.code.RowSecurity;
import io.datalchemy.schema.code.Trigger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What somebody should know who trusts schema.json: one warning for each cause and table. */
final class CaptureWarnings {
  private final List<Problem> warnings = new ArrayList<>();
  private final Map<TableId, String> paths = new TreeMap<>();

  private CaptureWarnings(DatabaseSchema schema) {
    for (int s = 0; s < schema.schemas().size(); s++) {
      Schema ofName = schema.schemas().get(s);
      for (int t = 0; t < ofName.tables().size(); t++) {
        TableId id = new TableId(ofName.name(), ofName.tables().get(t).name());
        paths.put(id, "/schemas/" + s + "/tables/" + t);
      }
    }
  }

  static List<Problem> of(DatabaseSchema schema, Uncaptured uncaptured) {
    CaptureWarnings warnings = new CaptureWarnings(schema);
    warnings.addUncaptured(uncaptured);
    schema.tableIds().forEach(id -> warnings.addTable(id, schema.table(id).orElseThrow()));
    schema.externalTables().forEach(id -> warnings.addExternal(id, schema));
    ForeignKeyGraph.of(schema).breaks().stream()
        .filter(b -> !b.isLoadable())
        .forEach(warnings::addCycle);
    return List.copyOf(warnings.warnings);
  }

  private void addUncaptured(Uncaptured uncaptured) {
    uncaptured
        .unusableSchemas()
        .forEach(
            schema ->
                warnings.add(
                    Problem.warning(
                            "schema_not_usable",
                            "/schemas",
                            "schema " + schema + ": left out, the user has no USAGE on it")
                        .withHint(
                            SchemaChoice.grant(schema)
                                + " TO the user, or name the schemas to read")));
    uncaptured.functions().forEach(this::addFunction);
  }

  private void addFunction(FunctionUse use) {
    add(
        use.table(),
        "function_not_captured",
        "calls function "
            + use.function()
            + " in "
            + use.uses()
            + " constraints, defaults or indexes, its body is not captured",
        "create the function wherever the rows are loaded");
  }

  private void addTable(TableId id, Table table) {
    if (!table.triggers().isEmpty()) {
      String names = table.triggers().stream().map(Trigger::name).collect(Collectors.joining(", "));
      add(
          id,
          "triggers_not_run",
          "has triggers (" + names + "), which generated rows do not pass through",
          "put what they do to rows into the plan");
    }
    if (!table.rules().isEmpty()) {
      String names =
          table.rules().stream().map(RewriteRule::name).collect(Collectors.joining(", "));
      add(
          id,
          "rules_not_run",
          "has rewrite rules (" + names + "), which COPY does not obey",
          "put what they do to rows into the plan");
    }
    if (!table.inherits().isEmpty()) {
      add(
          id,
          "inheritance",
          "inherits from " + table.inherits() + ", whose queries show its rows as well",
          "give both tables their own number of rows");
    }
    if (table.kind() == TableKind.FOREIGN_TABLE) {
      add(
          id,
          "foreign_server_not_captured",
          "is a foreign table of server "
              + table.foreignServer().orElse("?")
              + ", whose options are not captured",
          "fill the table on its own server");
    }
    table.rowSecurity().ifPresent(security -> addRowSecurity(id, security));
    addNotValid(id, table);
  }

  private void addRowSecurity(TableId id, RowSecurity security) {
    String names =
        security.policies().stream()
            .map(RowSecurity.Policy::name)
            .collect(Collectors.joining(", "));
    String state = security.isForced() ? "forced" : security.isEnabled() ? "enabled" : "disabled";
    add(
        id,
        "row_security",
        "has row-level security ("
            + state
            + ", policies "
            + (names.isEmpty() ? "none" : names)
            + "), under which COPY fails for those whom it binds",
        security.isForced()
            ? "load as a superuser or with BYPASSRLS"
            : "load as the table's owner");
  }

  private void addNotValid(TableId id, Table table) {
    List<String> names =
        table.constraints().stream()
            .filter(CaptureWarnings::isNotValid)
            .map(Constraint::name)
            .toList();
    if (!names.isEmpty()) {
      String message = id + ": older rows may break " + names + ", generated rows will not";
      warnings.add(Problem.warning("constraint_not_valid", paths.get(id), message));
    }
  }

  private static boolean isNotValid(Constraint constraint) {
    if (constraint instanceof Constraint.Check check) {
      return check.notValid();
    }
    return constraint instanceof Constraint.ForeignKey key && key.notValid();
  }

  private void addExternal(TableId external, DatabaseSchema schema) {
    long keys =
        schema
            .tableIds()
            .flatMap(id -> schema.table(id).orElseThrow().foreignKeys())
            .filter(key -> key.referenced().equals(external))
            .count();
    warnings.add(
        Problem.warning(
                "external_table",
                "/external_tables",
                external + ": is referred to by " + keys + " foreign keys, its schema was not read")
            .withHint("read schema " + external.schema() + " too"));
  }

  private void addCycle(CycleBreak cycle) {
    add(
        cycle.reference().child(),
        "cycle_not_breakable",
        "foreign key "
            + cycle.reference().foreignKey().name()
            + " closes a cycle, is neither nullable nor deferrable",
        "make the key DEFERRABLE, or one of its columns nullable");
  }

  private void add(TableId id, String code, String message, String wayOut) {
    warnings.add(
        Problem.warning(code, paths.getOrDefault(id, "/domains"), id + ": " + message)
            .withHint(wayOut));
  }
}
