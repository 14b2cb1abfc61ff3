package io.datalchemy.expression.parsing;

import io.datalchemy.expression.Expression;
import io.datalchemy.expression.UnsupportedExpressionException;
import io.datalchemy.expression.parsing.SqlToken.Kind;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Takes a text apart, innermost part first, so that only flat operator expressions are left.
 *
 * <p>Every parenthesis, function call, array constructor and CASE is read on its own and stands in
 * its surroundings as a placeholder, a quoted identifier that starts with a private character.
 */
final class Fragments {
  private static final char MARK = '\uE000';

  /** A part that was read on its own, its place in the second group; no name of a type. */
  static final Pattern PLACEHOLDER = Pattern.compile("(?<!::)(\"" + MARK + "[a-z]*)([0-9]+)\"");

  private static final Map<String, String> OPERATORS =
      Map.of("~~", "LIKE", "!~~", "NOT LIKE", "~~*", "ILIKE", "!~~*", "NOT ILIKE", "!=", "<>");
  private static final Set<String> PLAIN_OPERATORS =
      Set.of(
          "=", "<>", "<", "<=", ">", ">=", "+", "-", "*", "/", "%", "^", "||", "~", "~*", "!~",
          "!~*");
  private static final Set<String> KEYWORDS =
      Set.of(
          "AND",
          "OR",
          "NOT",
          "IS",
          "NULL",
          "TRUE",
          "FALSE",
          "UNKNOWN",
          "DISTINCT",
          "FROM",
          "AT",
          "TIME",
          "ZONE",
          "BETWEEN",
          "IN",
          "LIKE",
          "ILIKE",
          "ISNULL",
          "NOTNULL");
  private static final Set<String> SEPARATORS =
      Set.of("FROM", "FOR", "IN", "PLACING", "BOTH", "LEADING", "TRAILING");
  private static final Set<String> CASE_SEPARATORS = Set.of("WHEN", "THEN", "ELSE");
  private static final Set<String> WORDED_CALLS =
      Set.of("extract", "position", "substring", "overlay", "trim");

  private final List<SqlToken> tokens;
  private final List<Expression> placed = new ArrayList<>();
  private final Deque<Fragment> open = new ArrayDeque<>();
  private int at;

  private Fragments(List<SqlToken> tokens) {
    this.tokens = tokens;
  }

  static Expression read(List<SqlToken> tokens) {
    return new Fragments(tokens).readAll();
  }

  /** Whether a name in JSqlParser's tree stands for a part that was read on its own. */
  static boolean isPlaceholder(String name) {
    return !name.isEmpty() && name.charAt(0) == MARK;
  }

  private Expression readAll() {
    open.push(new Fragment(Fragment.Kind.GROUP, ""));
    while (at < tokens.size()) {
      step(tokens.get(at));
    }
    Fragment whole = open.pop();
    if (!open.isEmpty()) {
      throw new UnsupportedExpressionException("a parenthesis is not closed");
    }
    return whole.close(this::readFlat);
  }

  private Expression readFlat(String sql) {
    return new FlatReader(placed).read(sql);
  }

  private void step(SqlToken token) {
    switch (token.kind()) {
      case WORD -> word(token);
      case QUOTED -> name(token);
      case STRING -> literal(new Expression.Text(token.text()));
      case NUMBER -> literal(new Expression.Numeral(new BigDecimal(token.text())));
      case OPERATOR -> operator(token.text());
      case SYMBOL -> symbol(token.text());
    }
  }

  private void word(SqlToken token) {
    String keyword = token.upper();
    if (keyword.equals("CASE")) {
      push(new Fragment(Fragment.Kind.CASE, ""), 1);
    } else if (keyword.equals("END") && top().kind() == Fragment.Kind.CASE) {
      close(Fragment.Kind.CASE);
    } else if (isSeparator(keyword)) {
      top().separate(keyword);
      at++;
    } else if (keyword.equals("ARRAY") && followedBy("[")) {
      push(new Fragment(Fragment.Kind.ARRAY, ""), 2);
    } else if (keyword.equals("COLLATE")) {
      at++;
      qualifiedName();
    } else if (keyword.equals("OPERATOR") && followedBy("(")) {
      namedOperator();
    } else if (KEYWORDS.contains(keyword)) {
      emit(keyword);
    } else {
      name(token);
    }
  }

  private boolean isSeparator(String keyword) {
    Fragment top = top();
    return top.kind() == Fragment.Kind.CASE
        ? CASE_SEPARATORS.contains(keyword)
        : WORDED_CALLS.contains(top.name()) && SEPARATORS.contains(keyword);
  }

  private void name(SqlToken token) {
    String name = qualifiedName();
    boolean bareWord = token.kind() == Kind.WORD;
    if (at < tokens.size() && tokens.get(at).isSymbol("(")) {
      push(new Fragment(Fragment.Kind.CALL, name.toLowerCase(java.util.Locale.ROOT)), 1);
    } else if (bareWord && Expression.Call.isKeyword(name.toLowerCase(java.util.Locale.ROOT))) {
      place(Expression.Call.of(name.toLowerCase(java.util.Locale.ROOT)), "");
    } else {
      place(new Expression.Column(name), "");
    }
  }

  /** Reads {@code a.b.c} and gives its last part. */
  private String qualifiedName() {
    String name = tokens.get(at++).text();
    while (at + 1 < tokens.size() && tokens.get(at).isSymbol(".") && tokens.get(at + 1).isName()) {
      name = tokens.get(at + 1).text();
      at += 2;
    }
    return name;
  }

  private void namedOperator() {
    int end = at + 2;
    while (end < tokens.size() && tokens.get(end).kind() != Kind.OPERATOR) {
      end++;
    }
    if (end + 1 >= tokens.size() || !tokens.get(end + 1).isSymbol(")")) {
      throw new UnsupportedExpressionException("OPERATOR(…) is not understood");
    }
    at = end + 1;
    operator(tokens.get(end).text());
  }

  private void operator(String operator) {
    if (OPERATORS.containsKey(operator)) {
      emit(OPERATORS.get(operator));
    } else if (PLAIN_OPERATORS.contains(operator)) {
      emit(operator);
    } else {
      throw new UnsupportedExpressionException("operator " + operator + " is not understood");
    }
  }

  private void symbol(String symbol) {
    switch (symbol) {
      case "(" -> push(new Fragment(Fragment.Kind.GROUP, isListOfIn() ? "in" : ""), 1);
      case ")" -> close(Fragment.Kind.GROUP);
      case "]" -> close(Fragment.Kind.ARRAY);
      case "," -> {
        top().separate(",");
        at++;
      }
      case "::" -> cast();
      default -> throw new UnsupportedExpressionException(symbol + " is not understood here");
    }
  }

  private boolean isListOfIn() {
    return at > 0 && tokens.get(at - 1).isWord("IN") && !top().name().equals("position");
  }

  private void cast() {
    at++;
    TypeName type = TypeName.read(tokens, at);
    at += type.tokenCount();
    top().append("::\"" + type.text().replace("\"", "\"\"") + "\"");
  }

  private void push(Fragment fragment, int tokenCount) {
    open.push(fragment);
    at += tokenCount;
  }

  private void close(Fragment.Kind kind) {
    Fragment fragment = open.pop();
    boolean call = kind == Fragment.Kind.GROUP && fragment.kind() == Fragment.Kind.CALL;
    boolean matches = fragment.kind() == kind || call;
    if (!matches || open.isEmpty()) {
      throw new UnsupportedExpressionException("parentheses do not match");
    }
    at++;
    place(fragment.close(this::readFlat), fragment.quantifier());
  }

  private void literal(Expression literal) {
    place(literal, "");
    at++;
  }

  private void place(Expression expression, String quantifier) {
    placed.add(expression);
    top().append("\"" + MARK + quantifier + (placed.size() - 1) + "\"");
  }

  private void emit(String sql) {
    top().append(sql);
    at++;
  }

  private Fragment top() {
    return open.element();
  }

  private boolean followedBy(String symbol) {
    return at + 1 < tokens.size() && tokens.get(at + 1).isSymbol(symbol);
  }
}
