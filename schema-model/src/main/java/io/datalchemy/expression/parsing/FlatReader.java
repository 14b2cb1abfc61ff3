package io.datalchemy.expression.parsing;

import io.datalchemy.expression.Comparison;
import io.datalchemy.expression.Expression;
import io.datalchemy.expression.Expression.Arithmetic;
import io.datalchemy.expression.Expression.Test;
import io.datalchemy.expression.UnsupportedExpressionException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import net.sf.jsqlparser.expression.BinaryExpression;
import net.sf.jsqlparser.expression.BooleanValue;
import net.sf.jsqlparser.expression.CastExpression;
import net.sf.jsqlparser.expression.NotExpression;
import net.sf.jsqlparser.expression.NullValue;
import net.sf.jsqlparser.expression.SignedExpression;
import net.sf.jsqlparser.expression.TimezoneExpression;
import net.sf.jsqlparser.expression.operators.conditional.AndExpression;
import net.sf.jsqlparser.expression.operators.conditional.OrExpression;
import net.sf.jsqlparser.expression.operators.relational.Between;
import net.sf.jsqlparser.expression.operators.relational.InExpression;
import net.sf.jsqlparser.expression.operators.relational.IsBooleanExpression;
import net.sf.jsqlparser.expression.operators.relational.IsDistinctExpression;
import net.sf.jsqlparser.expression.operators.relational.IsNullExpression;
import net.sf.jsqlparser.expression.operators.relational.IsUnknownExpression;
import net.sf.jsqlparser.expression.operators.relational.LikeExpression;
import net.sf.jsqlparser.schema.Column;

/** Reads operator expressions without parentheses by JSqlParser, and puts placeholders back. */
final class FlatReader {
  private final List<Expression> placed;

  /** The places that the text speaks of, in its order. */
  private final List<Integer> places = new ArrayList<>();

  FlatReader(List<Expression> placed) {
    this.placed = placed;
  }

  Expression read(String sql) {
    return convert(FlatTrees.of(form(sql)));
  }

  /** The text with its placeholders counted from 0. */
  private String form(String sql) {
    Matcher placeholders = Fragments.PLACEHOLDER.matcher(sql);
    return placeholders.replaceAll(
        found -> {
          places.add(Integer.parseInt(found.group(2)));
          return found.group(1) + (places.size() - 1) + "\"";
        });
  }

  private Expression convert(net.sf.jsqlparser.expression.Expression node) {
    if (node instanceof Column column) {
      return placeholder(column);
    }
    if (node instanceof AndExpression and) {
      return new Expression.And(operands(and, AndExpression.class));
    }
    if (node instanceof OrExpression or) {
      return new Expression.Or(operands(or, OrExpression.class));
    }
    if (node instanceof NotExpression not) {
      return new Expression.Not(convert(not.getExpression()));
    }
    if (node instanceof CastExpression cast) {
      return new Expression.Cast(convert(cast.getLeftExpression()), typeName(cast));
    }
    if (node instanceof LikeExpression like) {
      return like(like);
    }
    if (node instanceof IsDistinctExpression distinct) {
      return distinct(distinct);
    }
    if (node instanceof BinaryExpression binary) {
      return binary(binary);
    }
    return literalOrTest(node);
  }

  private Expression literalOrTest(net.sf.jsqlparser.expression.Expression node) {
    if (node instanceof BooleanValue truth) {
      return new Expression.Truth(truth.getValue());
    }
    if (node instanceof NullValue) {
      return new Expression.Null();
    }
    if (node instanceof SignedExpression signed) {
      return signed(signed);
    }
    if (node instanceof TimezoneExpression zoned) {
      return zoned(zoned);
    }
    if (node instanceof Between between) {
      return between(between);
    }
    if (node instanceof InExpression in) {
      Comparison comparison = in.isNot() ? Comparison.NOT_EQUAL : Comparison.EQUAL;
      return new Expression.Quantified(
          convert(in.getLeftExpression()),
          comparison,
          in.isNot(),
          convert(in.getRightExpression()));
    }
    return test(node);
  }

  private Expression test(net.sf.jsqlparser.expression.Expression node) {
    if (node instanceof IsNullExpression isNull) {
      boolean negated = isNull.isNot() || isNull.isUseNotNull();
      return new Test(
          convert(isNull.getLeftExpression()), negated ? Test.Kind.NOT_NULL : Test.Kind.NULL);
    }
    if (node instanceof IsBooleanExpression is) {
      String kind = (is.isNot() ? "NOT_" : "") + (is.isTrue() ? "TRUE" : "FALSE");
      return new Test(convert(is.getLeftExpression()), Test.Kind.valueOf(kind));
    }
    if (node instanceof IsUnknownExpression is) {
      return new Test(
          convert(is.getLeftExpression()), is.isNot() ? Test.Kind.NOT_UNKNOWN : Test.Kind.UNKNOWN);
    }
    String kind = node.getClass().getSimpleName();
    throw new UnsupportedExpressionException("an expression of the kind " + kind);
  }

  private Expression placeholder(Column column) {
    String name = unquoted(column.getColumnName());
    if (!Fragments.isPlaceholder(name)) {
      throw new UnsupportedExpressionException("the name " + name + " is not understood here");
    }
    return placed.get(places.get(Integer.parseInt(name.replaceAll("\\D", ""))));
  }

  /** {@code any} or {@code all} if the node is the array of a quantified comparison. */
  private static String quantifier(net.sf.jsqlparser.expression.Expression node) {
    return node instanceof Column column
        ? unquoted(column.getColumnName()).replaceAll("[^a-z]", "")
        : "";
  }

  private static String unquoted(String name) {
    boolean quoted = name.length() > 1 && name.startsWith("\"") && name.endsWith("\"");
    return quoted ? name.substring(1, name.length() - 1).replace("\"\"", "\"") : name;
  }

  private static String typeName(CastExpression cast) {
    return unquoted(cast.getColDataType().getDataType());
  }

  private <T extends BinaryExpression> List<Expression> operands(T node, Class<T> kind) {
    List<Expression> operands = new ArrayList<>();
    net.sf.jsqlparser.expression.Expression left = node;
    while (kind.isInstance(left)) {
      operands.add(0, convert(kind.cast(left).getRightExpression()));
      left = kind.cast(left).getLeftExpression();
    }
    operands.add(0, convert(left));
    return operands;
  }

  private Expression like(LikeExpression like) {
    boolean ignoresCase = like.getLikeKeyWord() == LikeExpression.KeyWord.ILIKE;
    var kind = ignoresCase ? Expression.Match.Language.ILIKE : Expression.Match.Language.LIKE;
    return match(like, kind, like.isNot());
  }

  private Expression match(
      BinaryExpression node, Expression.Match.Language language, boolean negated) {
    Expression operand = convert(node.getLeftExpression());
    Expression pattern = convert(node.getRightExpression());
    String quantifier = quantifier(node.getRightExpression());
    if (quantifier.isEmpty()) {
      return new Expression.Match(operand, language, negated, pattern);
    }
    if (!(pattern instanceof Expression.ArrayOf array)) {
      throw new UnsupportedExpressionException("a pattern from an array is not understood");
    }
    List<Expression> each = new ArrayList<>();
    for (Expression element : array.elements()) {
      each.add(new Expression.Match(operand, language, negated, element));
    }
    return quantifier.equals("all") ? new Expression.And(each) : new Expression.Or(each);
  }

  private Expression distinct(IsDistinctExpression node) {
    Expression distinct =
        new Expression.Distinct(
            convert(node.getLeftExpression()), convert(node.getRightExpression()));
    return node.isNot() ? new Expression.Not(distinct) : distinct;
  }

  private Expression binary(BinaryExpression node) {
    String symbol = node.getStringExpression().trim();
    switch (symbol) {
      case "~", "!~" -> {
        return match(node, Expression.Match.Language.REGEX, symbol.startsWith("!"));
      }
      case "~*", "!~*" -> {
        return match(node, Expression.Match.Language.REGEX_IGNORE_CASE, symbol.startsWith("!"));
      }
      default -> {
        return compareOrCompute(node, symbol);
      }
    }
  }

  private Expression compareOrCompute(BinaryExpression node, String symbol) {
    Expression left = convert(node.getLeftExpression());
    Expression right = convert(node.getRightExpression());
    for (Comparison comparison : Comparison.values()) {
      if (comparison.symbol().equals(symbol)) {
        String quantifier = quantifier(node.getRightExpression());
        return quantifier.isEmpty()
            ? new Expression.Compare(left, comparison, right)
            : new Expression.Quantified(left, comparison, quantifier.equals("all"), right);
      }
    }
    for (Arithmetic.Operator operator : Arithmetic.Operator.values()) {
      if (operator.symbol().equals(symbol)) {
        return new Arithmetic(left, operator, right);
      }
    }
    throw new UnsupportedExpressionException("operator " + symbol + " is not understood");
  }

  private Expression signed(SignedExpression signed) {
    Expression operand = convert(signed.getExpression());
    if (signed.getSign() == '+') {
      return operand;
    }
    return operand instanceof Expression.Numeral number
        ? new Expression.Numeral(number.value().negate())
        : new Expression.Negate(operand);
  }

  private Expression zoned(TimezoneExpression zoned) {
    Expression value = convert(zoned.getLeftExpression());
    for (var zone : zoned.getTimezoneExpressions()) {
      value = Expression.Call.of("timezone", convert(zone), value);
    }
    return value;
  }

  private Expression between(Between node) {
    Expression value = convert(node.getLeftExpression());
    Expression within =
        Expression.And.of(
            new Expression.Compare(
                value, Comparison.GREATER_EQUAL, convert(node.getBetweenExpressionStart())),
            new Expression.Compare(
                value, Comparison.LESS_EQUAL, convert(node.getBetweenExpressionEnd())));
    return node.isNot() ? new Expression.Not(within) : within;
  }
}
