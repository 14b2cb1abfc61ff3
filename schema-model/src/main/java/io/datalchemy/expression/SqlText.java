package io.datalchemy.expression;

import io.datalchemy.expression.Expression.ArrayOf;
import io.datalchemy.expression.Expression.Call;
import io.datalchemy.expression.Expression.Case;
import io.datalchemy.expression.Expression.Match;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Expressions as SQL; every operand that is not a single word stands in parentheses. */
final class SqlText {
  private static final Set<String> KEYWORD_NAMES = Set.of("left", "right", "position", "overlay");

  private SqlText() {}

  static String of(Expression e) {
    if (e instanceof Expression.And and) {
      return joined(and.operands(), " AND ");
    }
    if (e instanceof Expression.Or or) {
      return joined(or.operands(), " OR ");
    }
    if (e instanceof Expression.Not not) {
      return "NOT " + part(not.operand());
    }
    if (e instanceof Expression.Test test) {
      return part(test.operand()) + " IS " + test.kind().name().replace('_', ' ');
    }
    if (e instanceof Match match) {
      return part(match.operand()) + " " + symbol(match) + " " + part(match.pattern());
    }
    return binary(e);
  }

  private static String binary(Expression e) {
    if (e instanceof Expression.Compare c) {
      return part(c.left()) + " " + c.operator().symbol() + " " + part(c.right());
    }
    if (e instanceof Expression.Distinct d) {
      return part(d.left()) + " IS DISTINCT FROM " + part(d.right());
    }
    if (e instanceof Expression.Arithmetic a) {
      return part(a.left()) + " " + a.operator().symbol() + " " + part(a.right());
    }
    if (e instanceof Expression.Quantified q) {
      String quantifier = q.all() ? " ALL (" : " ANY (";
      return part(q.left()) + " " + q.operator().symbol() + quantifier + of(q.array()) + ")";
    }
    if (e instanceof Expression.Negate n) {
      return "- " + part(n.operand());
    }
    return single(e);
  }

  private static String single(Expression e) {
    if (e instanceof Expression.Column column) {
      return '"' + column.name().replace("\"", "\"\"") + '"';
    }
    if (e instanceof Expression.Text text) {
      return "'" + text.value().replace("'", "''") + "'";
    }
    if (e instanceof Expression.Numeral number) {
      return number.value().toPlainString();
    }
    if (e instanceof Expression.Truth truth) {
      return Boolean.toString(truth.value());
    }
    if (e instanceof Expression.Cast cast) {
      return part(cast.operand()) + "::" + cast.type();
    }
    if (e instanceof ArrayOf array) {
      return "ARRAY[" + listed(array.elements()) + "]";
    }
    if (e instanceof Call call) {
      return call(call);
    }
    return e instanceof Case choice ? choice(choice) : "NULL";
  }

  private static String call(Call call) {
    String name = call.function();
    if (call.arguments().isEmpty() && Call.isKeyword(name)) {
      return name.toUpperCase(java.util.Locale.ROOT);
    }
    if (name.equals("extract") && call.arguments().get(0) instanceof Expression.Text field) {
      return "EXTRACT(" + field.value() + " FROM " + of(call.arguments().get(1)) + ")";
    }
    String quote = KEYWORD_NAMES.contains(name) ? "\"" : "";
    return quote + name + quote + "(" + listed(call.arguments()) + ")";
  }

  private static String choice(Case choice) {
    StringBuilder sql = new StringBuilder("CASE");
    for (Case.Branch branch : choice.branches()) {
      sql.append(" WHEN ").append(of(branch.condition()));
      sql.append(" THEN ").append(of(branch.value()));
    }
    return sql.append(" ELSE ").append(of(choice.otherwise())).append(" END").toString();
  }

  private static String symbol(Match match) {
    String symbol =
        switch (match.language()) {
          case LIKE -> "~~";
          case ILIKE -> "~~*";
          case REGEX -> "~";
          case REGEX_IGNORE_CASE -> "~*";
        };
    return match.negated() ? "!" + symbol : symbol;
  }

  private static String joined(List<Expression> operands, String operator) {
    return operands.stream().map(SqlText::part).collect(Collectors.joining(operator));
  }

  private static String listed(List<Expression> expressions) {
    return expressions.stream().map(SqlText::of).collect(Collectors.joining(", "));
  }

  private static String part(Expression e) {
    boolean signed = e instanceof Expression.Numeral n && n.value().signum() < 0;
    boolean single =
        e instanceof Expression.Column
            || e instanceof Expression.Text
            || e instanceof Expression.Truth
            || e instanceof Expression.Null
            || e instanceof Expression.Numeral
            || e instanceof Expression.Cast
            || e instanceof ArrayOf
            || e instanceof Call;
    return single && !signed ? of(e) : "(" + of(e) + ")";
  }
}
