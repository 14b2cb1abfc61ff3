package io.datalchemy.plan.validation;

import io.datalchemy.expression.Expression;
import io.datalchemy.expression.evaluation.Evaluator;
import io.datalchemy.expression.parsing.ExpressionParser;
import io.datalchemy.expression.parsing.ParsedCondition;
import io.datalchemy.plan.derivation.RollUpRule;
import io.datalchemy.problem.NearMatch;
import io.datalchemy.schema.Constraint.ForeignKey;
import io.datalchemy.schema.Table;
import io.datalchemy.schema.TableId;
import io.datalchemy.type.ScalarText;
import io.datalchemy.type.TypeFamily;
import io.datalchemy.type.ValueType;
import io.datalchemy.type.ValueTypes;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.util.List;
import java.util.Optional;

/** Do rules that sum up children name a child table, its key, its columns, a condition on it? */
final class ChildReferenceCheck {
  private static final String UNKNOWN = "unknown_child_reference";

  private final RuleOnColumn rule;
  private final RollUpRule asked;

  private ChildReferenceCheck(RuleOnColumn rule, RollUpRule asked) {
    this.rule = rule;
    this.asked = asked;
  }

  /** Whether what the rule names is there; what is not is among the problems. */
  static boolean check(RuleOnColumn rule) {
    Optional<RollUpRule> asked = RollUpRule.of(rule.rule());
    return asked.isEmpty() || new ChildReferenceCheck(rule, asked.get()).holds();
  }

  private boolean holds() {
    PlanInSchema context = rule.context();
    TableId child = asked.child();
    Optional<Table> table = context.schema().table(child);
    if (!context.hasSchema(child.schema())) {
      return unknown("child_schema", child.schema(), context.schemaHint(child.schema()));
    }
    if (table.isEmpty()) {
      return unknown("child_table", child.toString(), context.tableHint(child));
    }
    // All of them, so that all problems are told at once.
    boolean holds = keyHolds();
    holds &= columnHolds(table.get());
    holds &= whereHolds(table.get());
    holds &= emptyHolds();
    holds &= nothingIgnored();
    return holds;
  }

  private boolean keyHolds() {
    List<ForeignKey> keys = asked.keys(table -> keys(rule.context(), table));
    if (keys.size() == 1) {
      return true;
    }
    List<String> leading =
        keys(rule.context(), asked.child()).stream()
            .filter(key -> key.referenced().equals(asked.table()))
            .map(ForeignKey::name)
            .toList();
    String path =
        asked.foreignKey().isPresent() ? rule.paramPath("foreign_key") : rule.paramsPath();
    rule.context()
        .error(
            "unreachable_children",
            path,
            "children of "
                + rule.id()
                + ": must have one foreign key of "
                + asked.child()
                + " that leads to "
                + asked.table()
                + ", but "
                + asked.foreignKey().map(name -> name + " is none").orElse("none is named"),
            NearMatch.hint(asked.foreignKey().orElse(""), leading));
    return false;
  }

  private boolean columnHolds(Table child) {
    Optional<String> column = asked.childColumn();
    if (column.isEmpty() || child.column(column.get()).isPresent()) {
      return true;
    }
    String name = asked.child() + "." + column.get();
    return unknown("child_column", name, PlanInSchema.columnHint(column.get(), child));
  }

  private boolean whereHolds(Table child) {
    if (asked.where().isEmpty()) {
      return true;
    }
    ParsedCondition parsed = ExpressionParser.parse(asked.where().get());
    if (parsed instanceof ParsedCondition.Unsupported unsupported) {
      return wrongCondition(unsupported.reason());
    }
    Expression condition = ((ParsedCondition.Parsed) parsed).expression();
    for (String name : condition.columns()) {
      if (child.column(name).isEmpty()) {
        return unknown("where", asked.child() + "." + name, PlanInSchema.columnHint(name, child));
      }
    }
    if (!isCondition(condition, child)) {
      return wrongCondition("its value is no truth value");
    }
    return Evaluator.unsupportedPart(condition).map(this::wrongCondition).orElse(true);
  }

  private boolean isCondition(Expression condition, Table child) {
    if (condition instanceof Expression.Column column) {
      var type = child.column(column.name()).orElseThrow().columnType();
      return ValueTypes.of(type, rule.context().schema()).family() == TypeFamily.BOOLEAN;
    }
    return !(condition instanceof Expression.Numeral
        || condition instanceof Expression.Text
        || condition instanceof Expression.Arithmetic
        || condition instanceof Expression.Negate
        || condition instanceof Expression.ArrayOf);
  }

  private boolean wrongCondition(String why) {
    rule.context()
        .error(
            "invalid_generator_params",
            rule.paramPath("where"),
            "where of " + rule.id() + ": must be a condition that can be evaluated, but " + why,
            "write it as a CHECK of the child table would say it");
    return false;
  }

  private boolean emptyHolds() {
    if (asked.empty().isEmpty() || !ScalarText.isOrdered(rule.type().family())) {
      return true;
    }
    try {
      BigDecimal number = ScalarText.toNumber(rule.type().family(), asked.empty().get());
      boolean isWhole = number.stripTrailingZeros().scale() <= decimals(rule.type());
      return isWhole || wrongEmpty();
    } catch (DateTimeException | NumberFormatException e) {
      return wrongEmpty();
    }
  }

  private static int decimals(ValueType type) {
    return switch (type.family()) {
      case DECIMAL -> type.decimals();
      case FLOAT -> Integer.MAX_VALUE;
      default -> 0;
    };
  }

  private boolean wrongEmpty() {
    rule.context()
        .error(
            "invalid_generator_params",
            rule.paramPath("empty"),
            "empty of "
                + rule.id()
                + ": must be a value of "
                + rule.column().columnType().dataType()
                + ", was "
                + asked.empty().get());
    return false;
  }

  private boolean nothingIgnored() {
    boolean isIgnored = rule.rule().nullRate().isPresent() || !rule.rule().transforms().isEmpty();
    if (isIgnored) {
      rule.context()
          .error(
              "invalid_generator_params",
              rule.path(),
              "rule of "
                  + rule.id()
                  + ": must have neither null_rate nor transforms, as the children decide",
              "remove them");
    }
    return !isIgnored;
  }

  private boolean unknown(String field, String name, String hint) {
    rule.context()
        .error(
            UNKNOWN,
            rule.paramPath(field),
            field + " '" + name + "': not found in schema.json",
            hint);
    return false;
  }

  private static List<ForeignKey> keys(PlanInSchema context, TableId table) {
    return context.schema().table(table).stream().flatMap(Table::foreignKeys).toList();
  }
}
