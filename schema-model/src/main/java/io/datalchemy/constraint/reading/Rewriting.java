package io.datalchemy.constraint.reading;

import io.datalchemy.expression.Comparison;
import io.datalchemy.expression.Expression;
import io.datalchemy.expression.Expression.Call;
import io.datalchemy.expression.Expression.Case;
import io.datalchemy.expression.Expression.Cast;
import io.datalchemy.expression.Expression.Compare;
import io.datalchemy.expression.Expression.Test;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Brings a choice that is hidden in an operand to the surface: {@code coalesce(a, 0) > b} becomes
 * {@code CASE WHEN a IS NOT NULL THEN a > b ELSE 0 > b END}.
 */
final class Rewriting {
  /** Counting more arguments than this would give too many cases. */
  private static final int MAX_COUNTED = 6;

  /**
   * A CASE and what is known of it.
   *
   * @param isPartition whether exactly one of the conditions is true of every row, so that the
   *     order of the branches does not matter and the rest is never reached
   */
  record Choice(Case cases, boolean isPartition) {}

  private final Predicate<Expression> isCondition;

  /**
   * A rewriting.
   *
   * @param isCondition whether an expression is boolean
   */
  Rewriting(Predicate<Expression> isCondition) {
    this.isCondition = isCondition;
  }

  /** The whole as a CASE, if there is a choice in one of its operands. */
  Optional<Choice> surface(Expression whole) {
    return hidden(whole).map(found -> distribute(whole, found, asCase(found).orElseThrow()));
  }

  private Optional<Expression> hidden(Expression e) {
    for (Expression child : e.children()) {
      if (asCase(child).isPresent()) {
        return Optional.of(child);
      }
      Optional<Expression> deeper = isCondition.test(child) ? Optional.empty() : hidden(child);
      if (deeper.isPresent()) {
        return deeper;
      }
    }
    return Optional.empty();
  }

  /** The expression itself as a CASE, if it is a choice by another name. */
  Optional<Choice> asCase(Expression e) {
    if (e instanceof Case choice) {
      return Optional.of(new Choice(choice, false));
    }
    if (e instanceof Cast cast && isCondition.test(cast.operand()) && isNumber(cast.type())) {
      return Optional.of(zeroOrOne(cast.operand()));
    }
    if (!(e instanceof Call call) || call.arguments().isEmpty()) {
      return Optional.empty();
    }
    List<Expression> arguments = call.arguments();
    return switch (call.function()) {
      case "coalesce" -> ordered(coalesce(arguments));
      case "nullif" -> ordered(nullif(arguments.get(0), arguments.get(1)));
      case "greatest" -> ordered(extreme(call.function(), arguments, Comparison.GREATER_EQUAL));
      case "least" -> ordered(extreme(call.function(), arguments, Comparison.LESS_EQUAL));
      case "num_nonnulls" -> count(arguments, Test.Kind.NOT_NULL);
      case "num_nulls" -> count(arguments, Test.Kind.NULL);
      default -> Optional.empty();
    };
  }

  private static Optional<Choice> ordered(Case choice) {
    return Optional.of(new Choice(choice, false));
  }

  private static boolean isNumber(String type) {
    return List.of("integer", "bigint", "smallint", "numeric").contains(type);
  }

  private static Expression number(long value) {
    return new Expression.Numeral(BigDecimal.valueOf(value));
  }

  private static Choice zeroOrOne(Expression condition) {
    Case choice =
        new Case(
            List.of(
                new Case.Branch(condition, number(1)),
                new Case.Branch(new Expression.Not(condition), number(0))),
            new Expression.Null());
    return new Choice(choice, condition instanceof Test);
  }

  private static Case coalesce(List<Expression> arguments) {
    List<Case.Branch> branches = new ArrayList<>();
    for (Expression argument : arguments.subList(0, arguments.size() - 1)) {
      branches.add(new Case.Branch(new Test(argument, Test.Kind.NOT_NULL), argument));
    }
    return new Case(branches, arguments.get(arguments.size() - 1));
  }

  private static Case nullif(Expression value, Expression other) {
    Expression same = new Compare(value, Comparison.EQUAL, other);
    return new Case(List.of(new Case.Branch(same, new Expression.Null())), value);
  }

  private static Case extreme(String function, List<Expression> arguments, Comparison beats) {
    Expression first = arguments.get(0);
    if (arguments.size() == 1) {
      return new Case(List.of(), first);
    }
    List<Expression> others = arguments.subList(1, arguments.size());
    Expression rest = others.size() == 1 ? others.get(0) : new Call(function, others);
    Expression wins =
        Expression.Or.of(new Compare(first, beats, rest), new Test(rest, Test.Kind.NULL));
    return new Case(List.of(new Case.Branch(wins, first)), rest);
  }

  /** The arguments that are (not) NULL, counted: a case for each combination. */
  private static Optional<Choice> count(List<Expression> arguments, Test.Kind counted) {
    if (arguments.size() > MAX_COUNTED) {
      return Optional.empty();
    }
    List<Case.Branch> branches = new ArrayList<>();
    for (int combination = 0; combination < 1 << arguments.size(); combination++) {
      List<Expression> tests = new ArrayList<>();
      for (int i = 0; i < arguments.size(); i++) {
        boolean isCounted = (combination >> i & 1) == 1;
        Test test = new Test(arguments.get(i), counted);
        tests.add(isCounted ? test : new Expression.Not(test));
      }
      branches.add(
          new Case.Branch(new Expression.And(tests), number(Integer.bitCount(combination))));
    }
    return Optional.of(new Choice(new Case(branches, new Expression.Null()), true));
  }

  private static Choice distribute(Expression whole, Expression found, Choice choice) {
    List<Case.Branch> branches =
        choice.cases().branches().stream()
            .map(b -> new Case.Branch(b.condition(), whole.replacing(found, b.value())))
            .toList();
    Expression otherwise = whole.replacing(found, choice.cases().otherwise());
    return new Choice(new Case(branches, otherwise), choice.isPartition());
  }
}
