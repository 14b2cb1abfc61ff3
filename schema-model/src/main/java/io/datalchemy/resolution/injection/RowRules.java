package io.datalchemy.resolution.injection;

import io.datalchemy.expression.Expression;
import io.datalchemy.expression.parsing.ExpressionParser;
import io.datalchemy.expression.parsing.ParsedCondition;
import io.datalchemy.schema.Column;
import io.datalchemy.schema.Constraint;
import io.datalchemy.schema.DatabaseSchema;
import io.datalchemy.schema.Table;
import io.datalchemy.schema.type.Domain;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The conditions of one table's rows: CHECKs and those of its columns' domains.
 *
 * @param readable each by the name of its constraint; a domain's by {@link #domainRule}
 * @param unreadable the text of each that is not understood, by name
 */
record RowRules(Map<String, Expression> readable, Map<String, String> unreadable) {

  static RowRules of(Table table, DatabaseSchema schema) {
    RowRules rules = new RowRules(new LinkedHashMap<>(), new LinkedHashMap<>());
    table
        .constraints(Constraint.Check.class)
        .forEach(check -> rules.read(check.name(), check.expression(), Optional.empty()));
    for (Column column : table.columns()) {
      for (Domain domain : schema.domains(column.columnType()).toList()) {
        for (Domain.Check check : domain.checks()) {
          String name = domainRule(column.name(), check.name());
          rules.read(name, check.expression(), Optional.of(column.name()));
        }
      }
    }
    return rules;
  }

  /** The name of a domain's CHECK on one of the columns of that domain. */
  static String domainRule(String column, String check) {
    return column + "\u0000" + check;
  }

  /** All readable conditions but one, in SQL. */
  List<String> without(String name) {
    List<String> others = new ArrayList<>();
    readable.forEach(
        (other, expression) -> {
          if (!other.equals(name)) {
            others.add(expression.toSql());
          }
        });
    return others;
  }

  /** Whether an SQL text may speak of a column. */
  static boolean mentions(String sql, String column) {
    String word = Pattern.quote(column.replace("\"", "\"\""));
    return Pattern.compile("(?<![\\p{L}\\p{N}_$])" + word + "(?![\\p{L}\\p{N}_$])")
        .matcher(sql)
        .find();
  }

  private void read(String name, String definition, Optional<String> domainColumn) {
    if (ExpressionParser.parseCheck(definition) instanceof ParsedCondition.Parsed parsed) {
      Expression expression = parsed.expression();
      readable.put(name, domainColumn.map(c -> ofColumn(expression, c)).orElse(expression));
    } else {
      unreadable.put(name, domainColumn.map(c -> definition + " of " + c).orElse(definition));
    }
  }

  private static Expression ofColumn(Expression condition, String column) {
    Expression named = condition;
    for (String value : condition.columns()) {
      named = named.replacing(new Expression.Column(value), new Expression.Column(column));
    }
    return named;
  }
}
