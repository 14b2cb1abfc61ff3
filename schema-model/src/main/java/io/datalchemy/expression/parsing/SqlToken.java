package io.datalchemy.expression.parsing;

import io.datalchemy.expression.UnsupportedExpressionException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A lexical part of an SQL text, as PostgreSQL splits it. */
record SqlToken(Kind kind, String text) {
  private static final String OPERATOR_CHARACTERS = "+-*/<>=~!@#%^&|?";

  enum Kind {
    WORD,
    /** A quoted identifier, without its quotes. */
    QUOTED,
    /** A literal, without its quotes. */
    STRING,
    NUMBER,
    OPERATOR,
    /** {@code ( ) [ ] , . ::}. */
    SYMBOL
  }

  boolean isSymbol(String symbol) {
    return kind == Kind.SYMBOL && text.equals(symbol);
  }

  boolean isWord(String keyword) {
    return kind == Kind.WORD && text.equalsIgnoreCase(keyword);
  }

  boolean isName() {
    return kind == Kind.WORD || kind == Kind.QUOTED;
  }

  String upper() {
    return text.toUpperCase(Locale.ROOT);
  }

  static List<SqlToken> split(String sql) {
    List<SqlToken> tokens = new ArrayList<>();
    int at = 0;
    while (at < sql.length()) {
      if (Character.isWhitespace(sql.charAt(at))) {
        at++;
      } else {
        at = next(sql, at, tokens);
      }
    }
    return tokens;
  }

  private static int next(String sql, int at, List<SqlToken> tokens) {
    char c = sql.charAt(at);
    if (c == '\'') {
      return quoted(sql, at, Kind.STRING, tokens);
    }
    if (c == '"') {
      return quoted(sql, at, Kind.QUOTED, tokens);
    }
    if (c == 'E' && at + 1 < sql.length() && sql.charAt(at + 1) == '\'') {
      return escaped(sql, at + 1, tokens);
    }
    if (Character.isLetter(c) || c == '_') {
      return add(Kind.WORD, sql, at, endOfWord(sql, at), tokens);
    }
    if (isNumberStart(sql, at)) {
      return add(Kind.NUMBER, sql, at, endOfNumber(sql, at), tokens);
    }
    if (OPERATOR_CHARACTERS.indexOf(c) >= 0) {
      return add(Kind.OPERATOR, sql, at, endOfOperator(sql, at), tokens);
    }
    if (sql.startsWith("::", at)) {
      return add(Kind.SYMBOL, sql, at, at + 2, tokens);
    }
    if ("()[],.".indexOf(c) >= 0) {
      return add(Kind.SYMBOL, sql, at, at + 1, tokens);
    }
    throw new UnsupportedExpressionException("character '" + c + "' is not understood");
  }

  private static int add(Kind kind, String sql, int at, int end, List<SqlToken> tokens) {
    tokens.add(new SqlToken(kind, sql.substring(at, end)));
    return end;
  }

  private static int quoted(String sql, int at, Kind kind, List<SqlToken> tokens) {
    char quote = sql.charAt(at);
    StringBuilder text = new StringBuilder();
    for (int i = at + 1; i < sql.length(); i++) {
      if (sql.charAt(i) != quote) {
        text.append(sql.charAt(i));
      } else if (i + 1 < sql.length() && sql.charAt(i + 1) == quote) {
        text.append(quote);
        i++;
      } else {
        tokens.add(new SqlToken(kind, text.toString()));
        return i + 1;
      }
    }
    throw new UnsupportedExpressionException("a quote is not closed");
  }

  /** PostgreSQL prints {@code E'…'} only for literals with backslashes, each doubled. */
  private static int escaped(String sql, int at, List<SqlToken> tokens) {
    int end = quoted(sql, at, Kind.STRING, tokens);
    SqlToken raw = tokens.remove(tokens.size() - 1);
    String text = raw.text().replace("\\\\", "\uE000");
    if (text.indexOf('\\') >= 0) {
      throw new UnsupportedExpressionException("escape in E'" + raw.text() + "' is not understood");
    }
    tokens.add(new SqlToken(Kind.STRING, text.replace('\uE000', '\\')));
    return end;
  }

  private static int endOfWord(String sql, int at) {
    int end = at;
    while (end < sql.length() && isWordPart(sql.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isWordPart(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '$';
  }

  private static boolean isNumberStart(String sql, int at) {
    boolean leadingPoint =
        sql.charAt(at) == '.' && at + 1 < sql.length() && isDigit(sql.charAt(at + 1));
    return isDigit(sql.charAt(at)) || leadingPoint;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static int endOfNumber(String sql, int at) {
    int end = at;
    while (end < sql.length() && (isDigit(sql.charAt(end)) || sql.charAt(end) == '.')) {
      end++;
    }
    if (end + 1 < sql.length() && "eE".indexOf(sql.charAt(end)) >= 0) {
      int sign = "+-".indexOf(sql.charAt(end + 1)) >= 0 ? 2 : 1;
      if (end + sign < sql.length() && isDigit(sql.charAt(end + sign))) {
        return endOfNumber(sql, end + sign);
      }
    }
    return end;
  }

  /** A longer operator ends in a sign only if it holds a character that SQL's own do not have. */
  private static int endOfOperator(String sql, int at) {
    int end = at;
    while (end < sql.length() && OPERATOR_CHARACTERS.indexOf(sql.charAt(end)) >= 0) {
      end++;
    }
    boolean special = sql.substring(at, end).chars().anyMatch(c -> "~!@#%^&|?".indexOf(c) >= 0);
    while (!special && end - at > 1 && "+-".indexOf(sql.charAt(end - 1)) >= 0) {
      end--;
    }
    return end;
  }
}
