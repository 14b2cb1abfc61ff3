package io.datalchemy.plan.validation;

import io.datalchemy.catalogue.Parameters;
import io.datalchemy.plan.derivation.ChildNumbers;
import io.datalchemy.plan.derivation.KeyPath;
import io.datalchemy.plan.derivation.ParentRead;
import io.datalchemy.problem.NearMatch;
import io.datalchemy.schema.Constraint.ForeignKey;
import io.datalchemy.schema.Table;
import io.datalchemy.schema.TableId;
import io.datalchemy.type.TypeFamily;
import io.datalchemy.type.ValueTypes;
import java.util.List;
import java.util.Optional;

/** Do rules that read a parent or an ancestor lead to one that is there? */
final class ParentReferenceCheck {
  private static final List<String> FIELDS =
      List.of(
          "parent_schema", "parent_table", "parent_column", "until_parent_column", "parts_column");

  private static final String STAGE_REACHED = "derive.stage_reached";

  private ParentReferenceCheck() {}

  /** Whether this check, and no other, tells about the parameter. */
  static boolean owns(RuleOnColumn rule, String parameter) {
    return ParentRead.isOne(rule.generatorId()) && FIELDS.contains(parameter);
  }

  /** Whether the parent holds; what does not is among the problems. */
  static boolean check(RuleOnColumn rule) {
    if (rule.generatorId().equals("derive.fk")) {
      return checkKey(rule);
    }
    if (rule.generatorId().equals(ChildNumbers.ID)) {
      return checkNumbered(rule);
    }
    Optional<ParentRead> read = ParentRead.of(rule.rule());
    if (read.isEmpty()) {
      return !rule.generatorId().equals(STAGE_REACHED) || checkCounting(rule);
    }
    return checkGiven(rule) && checkReachable(rule, read.get()) && checkCounting(rule);
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

  private static boolean checkNumbered(RuleOnColumn rule) {
    KeyPath path = ChildNumbers.path(rule.rule(), table -> keys(rule.context(), table));
    if (path.broken().isPresent()) {
      tellBreak(rule, path.broken().get());
    }
    boolean isOne = path.broken().isEmpty() && path.keys().size() == 1;
    List<String> named = rule.rule().effectiveParams().texts("input_columns");
    return isOne || (path.broken().isEmpty() && unreachable(rule, Optional.empty(), named));
  }

  /** Whether the columns that count steps or parts hold whole numbers, one of each at most. */
  private static boolean checkCounting(RuleOnColumn rule) {
    boolean holds = true;
    for (String parameter : List.of("steps", "number")) {
      List<String> columns = rule.rule().effectiveParams().texts(parameter);
      boolean isOne =
          columns.size() <= 1 && columns.stream().allMatch(name -> isNumber(rule, name));
      if (!isOne) {
        rule.context()
            .error(
                "invalid_input_columns",
                rule.paramPath(parameter),
                parameter
                    + " of "
                    + rule.id()
                    + ": must name one column of whole numbers, was "
                    + columns,
                "derive.child_number can fill one");
        holds = false;
      }
    }
    return holds;
  }

  private static boolean isNumber(RuleOnColumn rule, String column) {
    TypeFamily family =
        rule.table()
            .column(column)
            .map(c -> ValueTypes.of(c.columnType(), rule.context().schema()).family())
            .orElse(TypeFamily.OTHER);
    return family == TypeFamily.INTEGER || family == TypeFamily.DECIMAL;
  }

  private static boolean checkGiven(RuleOnColumn rule) {
    Parameters params = rule.rule().effectiveParams();
    List<String> required = required(rule);
    List<String> missing =
        FIELDS.stream()
            .filter(field -> required.contains(field) || params.has(field))
            .filter(field -> params.find(field).filter(node -> node.isTextual()).isEmpty())
            .toList();
    missing.forEach(
        field ->
            rule.context()
                .error(
                    "missing_parent_reference",
                    rule.paramPath(field),
                    "parameter '"
                        + field
                        + "' of "
                        + rule.generatorId()
                        + ": must be given as a text"));
    return missing.isEmpty();
  }

  private static List<String> required(RuleOnColumn rule) {
    return switch (rule.generatorId()) {
      case ParentRead.PARENT_VALUE -> List.of("parent_schema", "parent_table", "parent_column");
      case ParentRead.SHARE_OF_PARENT, ParentRead.STAGE_PASSED ->
          List.of("parent_column", "parts_column");
      default -> List.of("parent_column");
    };
  }

  private static boolean checkReachable(RuleOnColumn rule, ParentRead read) {
    if (!checkNamed(rule, read.ancestor())) {
      return false;
    }
    PlanInSchema context = rule.context();
    KeyPath path = read.path(table -> keys(context, table));
    Optional<TableId> named = read.ancestor();
    if (path.keys().isEmpty()) {
      return unreachable(rule, named, read.names().stream().limit(1).toList());
    }
    if (path.broken().isPresent()) {
      tellBreak(rule, path.broken().get());
      return false;
    }
    if (named.filter(parent -> !parent.equals(path.end())).isPresent()) {
      return unreachable(rule, named, read.names());
    }
    return checkColumns(rule, path.end());
  }

  /** Whether the parent is there, if the rule names one. */
  private static boolean checkNamed(RuleOnColumn rule, Optional<TableId> parent) {
    PlanInSchema context = rule.context();
    if (parent.isEmpty()) {
      return true;
    }
    String schema = parent.get().schema();
    if (!context.hasSchema(schema)) {
      unknown(rule, "parent_schema", schema, context.schemaHint(schema));
      return false;
    }
    if (context.schema().table(parent.get()).isEmpty()) {
      unknown(rule, "parent_table", parent.get().toString(), context.tableHint(parent.get()));
      return false;
    }
    return checkColumns(rule, parent.get());
  }

  private static boolean checkColumns(RuleOnColumn rule, TableId parent) {
    Optional<Table> table = rule.context().schema().table(parent);
    if (table.isEmpty()) {
      return unreachable(rule, Optional.of(parent), List.of());
    }
    boolean holds = true;
    for (String field : List.of("parent_column", "until_parent_column", "parts_column")) {
      Optional<String> column = rule.rule().effectiveParams().text(field);
      if (column.filter(name -> table.get().column(name).isEmpty()).isPresent()) {
        String hint = PlanInSchema.columnHint(column.get(), table.get());
        unknown(rule, field, parent + "." + column.get(), hint);
        holds = false;
      }
    }
    return holds;
  }

  private static void unknown(RuleOnColumn rule, String field, String name, String hint) {
    rule.context()
        .error(
            "unknown_parent_reference",
            rule.paramPath(field),
            field + " '" + name + "': not found in schema.json",
            hint);
  }

  private static void tellBreak(RuleOnColumn rule, KeyPath.Break broken) {
    boolean isFirst = broken.step() == 0;
    String place = isFirst ? "input_columns/0" : "via/" + (broken.step() - 1);
    rule.context()
        .error(
            "unreachable_parent",
            rule.paramsPath() + "/" + place,
            (isFirst ? "input_columns" : "via")
                + " of "
                + rule.id()
                + ": must name one foreign key of "
                + broken.table()
                + " or a column that one alone has, was "
                + broken.wanted(),
            NearMatch.hint(broken.wanted(), broken.choices()));
  }

  private static boolean unreachable(
      RuleOnColumn rule, Optional<TableId> parent, List<String> names) {
    rule.context()
        .error(
            "unreachable_parent",
            rule.paramPath("input_columns"),
            "input_columns of "
                + rule.id()
                + ": must start with a foreign key's column that leads to "
                + parent.map(TableId::toString).orElse("a parent")
                + ", was "
                + names,
            parent.map(table -> keysTo(rule, table)).orElse("name a foreign key's column"));
    return false;
  }

  private static String keysTo(RuleOnColumn rule, TableId parent) {
    List<String> columns =
        rule.table()
            .foreignKeys()
            .filter(key -> key.referenced().equals(parent))
            .map(key -> key.columns().get(0))
            .toList();
    return columns.isEmpty()
        ? "no foreign key of "
            + rule.rule().tableId()
            + " leads there; 'via' names further keys on the way"
        : "there are: " + String.join(", ", columns);
  }

  private static List<ForeignKey> keys(PlanInSchema context, TableId table) {
    return context.schema().table(table).stream().flatMap(Table::foreignKeys).toList();
  }
}
