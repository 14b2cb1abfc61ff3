package io.datalchemy.expression;

import io.datalchemy.expression.Expression.Arithmetic;
import io.datalchemy.expression.Expression.Case;
import io.datalchemy.expression.Expression.Compare;
import java.util.List;

/** One part of an expression put in another's place, wherever it stands. */
record Replacement(Expression found, Expression by) {

  Expression in(Expression e) {
    if (e.equals(found)) {
      return by;
    }
    if (e.children().isEmpty()) {
      return e;
    }
    if (e instanceof Compare c) {
      return new Compare(in(c.left()), c.operator(), in(c.right()));
    }
    if (e instanceof Arithmetic a) {
      return new Arithmetic(in(a.left()), a.operator(), in(a.right()));
    }
    if (e instanceof Expression.Cast cast) {
      return new Expression.Cast(in(cast.operand()), cast.type());
    }
    if (e instanceof Expression.Negate n) {
      return new Expression.Negate(in(n.operand()));
    }
    if (e instanceof Expression.Call call) {
      return new Expression.Call(call.function(), in(call.arguments()));
    }
    return inCondition(e);
  }

  private Expression inCondition(Expression e) {
    if (e instanceof Expression.And and) {
      return new Expression.And(in(and.operands()));
    }
    if (e instanceof Expression.Or or) {
      return new Expression.Or(in(or.operands()));
    }
    if (e instanceof Expression.Not not) {
      return new Expression.Not(in(not.operand()));
    }
    if (e instanceof Expression.Test test) {
      return new Expression.Test(in(test.operand()), test.kind());
    }
    if (e instanceof Expression.Distinct d) {
      return new Expression.Distinct(in(d.left()), in(d.right()));
    }
    if (e instanceof Expression.Match m) {
      return new Expression.Match(in(m.operand()), m.language(), m.negated(), in(m.pattern()));
    }
    if (e instanceof Expression.Quantified q) {
      return new Expression.Quantified(in(q.left()), q.operator(), q.all(), in(q.array()));
    }
    return inList(e);
  }

  private Expression inList(Expression e) {
    if (e instanceof Case choice) {
      List<Case.Branch> branches =
          choice.branches().stream()
              .map(b -> new Case.Branch(in(b.condition()), in(b.value())))
              .toList();
      return new Case(branches, in(choice.otherwise()));
    }
    return e instanceof Expression.ArrayOf array ? new Expression.ArrayOf(in(array.elements())) : e;
  }

  private List<Expression> in(List<Expression> expressions) {
    return expressions.stream().map(this::in).toList();
  }
}
