package io.datalchemy.expression.parsing;

import io.datalchemy.expression.UnsupportedExpressionException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.parser.CCJSqlParser;
import net.sf.jsqlparser.parser.ParseException;
import net.sf.jsqlparser.parser.TokenMgrException;

/**
 * JSqlParser's trees of flat texts. With names and literals out of the way few forms are left, such
 * as {@code "0" >= "1"}, and each is parsed once.
 */
final class FlatTrees {
  private static final int MAX_FORMS = 2000;
  private static final Map<String, Expression> TREES = new ConcurrentHashMap<>();

  private FlatTrees() {}

  /** The tree of a text, which nobody may change. */
  static Expression of(String sql) {
    Expression known = TREES.get(sql);
    if (known != null) {
      return known;
    }
    Expression parsed = parse(sql);
    if (TREES.size() < MAX_FORMS) {
      TREES.put(sql, parsed);
    }
    return parsed;
  }

  private static Expression parse(String sql) {
    try {
      CCJSqlParser parser = new CCJSqlParser(sql).withAllowComplexParsing(true);
      Expression tree = parser.Expression();
      if (parser.getNextToken().kind != 0) {
        throw new UnsupportedExpressionException("the text goes on where an end is expected");
      }
      return tree;
    } catch (ParseException | TokenMgrException e) {
      throw new UnsupportedExpressionException("the syntax is not understood");
    }
  }
}
