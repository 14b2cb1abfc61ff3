package io.datalchemy.expression;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Gives the columns of an expression other names: a domain's VALUE becomes the column of a table.
 */
public final class ColumnRenaming {
  private final UnaryOperator<String> names;

  private ColumnRenaming(UnaryOperator<String> names) {
    this.names = names;
  }

  /** The same expression with every column renamed. */
  public static Expression rename(Expression expression, UnaryOperator<String> names) {
    return new ColumnRenaming(names).of(expression);
  }

  private Expression of(Expression e) {
    if (e instanceof Expression.Column column) {
      return new Expression.Column(names.apply(column.name()));
    }
    if (e instanceof Expression.And and) {
      return new Expression.And(all(and.operands()));
    }
    if (e instanceof Expression.Or or) {
      return new Expression.Or(all(or.operands()));
    }
    if (e instanceof Expression.Not not) {
      return new Expression.Not(of(not.operand()));
    }
    if (e instanceof Expression.Cast cast) {
      return new Expression.Cast(of(cast.operand()), cast.type());
    }
    if (e instanceof Expression.Negate negate) {
      return new Expression.Negate(of(negate.operand()));
    }
    if (e instanceof Expression.Test test) {
      return new Expression.Test(of(test.operand()), test.kind());
    }
    return ofTwo(e);
  }

  private Expression ofTwo(Expression e) {
    if (e instanceof Expression.Compare c) {
      return new Expression.Compare(of(c.left()), c.operator(), of(c.right()));
    }
    if (e instanceof Expression.Distinct d) {
      return new Expression.Distinct(of(d.left()), of(d.right()));
    }
    if (e instanceof Expression.Quantified q) {
      return new Expression.Quantified(of(q.left()), q.operator(), q.all(), of(q.array()));
    }
    if (e instanceof Expression.Match m) {
      return new Expression.Match(of(m.operand()), m.language(), m.negated(), of(m.pattern()));
    }
    if (e instanceof Expression.Arithmetic a) {
      return new Expression.Arithmetic(of(a.left()), a.operator(), of(a.right()));
    }
    return ofMany(e);
  }

  private Expression ofMany(Expression e) {
    if (e instanceof Expression.Call call) {
      return new Expression.Call(call.function(), all(call.arguments()));
    }
    if (e instanceof Expression.ArrayOf array) {
      return new Expression.ArrayOf(all(array.elements()));
    }
    if (e instanceof Expression.Case choice) {
      return new Expression.Case(
          choice.branches().stream()
              .map(b -> new Expression.Case.Branch(of(b.condition()), of(b.value())))
              .toList(),
          of(choice.otherwise()));
    }
    return e; // literals hold no column
  }

  private List<Expression> all(List<Expression> expressions) {
    return expressions.stream().map(this::of).toList();
  }
}
