package io.datalchemy.expression.parsing;

import io.datalchemy.expression.UnsupportedExpressionException;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A type's name after {@code ::}, of one or several words, with its limits and brackets. */
record TypeName(String text, int tokenCount) {
  private static final Set<String> SECOND_WORDS =
      Set.of("character varying", "double precision", "bit varying");
  private static final Set<String> INTERVAL_WORDS =
      Set.of("year", "month", "day", "hour", "minute", "second", "to");

  static TypeName read(List<SqlToken> tokens, int start) {
    if (start >= tokens.size() || !tokens.get(start).isName()) {
      throw new UnsupportedExpressionException("a cast has no type");
    }
    int at = start + 1;
    StringBuilder text = new StringBuilder(name(tokens.get(start)));
    while (isSymbol(tokens, at, ".") && at + 1 < tokens.size()) {
      text.append('.').append(name(tokens.get(at + 1)));
      at += 2;
    }
    at = furtherWords(tokens, at, text);
    at = limits(tokens, at, text);
    at = zone(tokens, at, text);
    while (isSymbol(tokens, at, "[") && isSymbol(tokens, at + 1, "]")) {
      text.append("[]");
      at += 2;
    }
    return new TypeName(text.toString(), at - start);
  }

  private static String name(SqlToken token) {
    boolean plain = token.kind() == SqlToken.Kind.WORD;
    return plain ? token.text() : '"' + token.text().replace("\"", "\"\"") + '"';
  }

  private static int furtherWords(List<SqlToken> tokens, int start, StringBuilder text) {
    int at = start;
    while (at < tokens.size() && continues(text.toString(), tokens.get(at))) {
      text.append(' ').append(lower(tokens.get(at++)));
    }
    return at;
  }

  private static boolean continues(String type, SqlToken token) {
    if (token.kind() != SqlToken.Kind.WORD) {
      return false;
    }
    return type.startsWith("interval")
        ? INTERVAL_WORDS.contains(lower(token))
        : SECOND_WORDS.contains(type + " " + lower(token));
  }

  private static int limits(List<SqlToken> tokens, int start, StringBuilder text) {
    if (!isSymbol(tokens, start, "(")) {
      return start;
    }
    int at = start;
    while (at < tokens.size() && !tokens.get(at).isSymbol(")")) {
      text.append(tokens.get(at++).text());
    }
    text.append(')');
    return at + 1;
  }

  private static int zone(List<SqlToken> tokens, int at, StringBuilder text) {
    boolean zoned =
        at + 2 < tokens.size()
            && (tokens.get(at).isWord("with") || tokens.get(at).isWord("without"))
            && tokens.get(at + 1).isWord("time")
            && tokens.get(at + 2).isWord("zone");
    if (!zoned) {
      return at;
    }
    text.append(' ').append(lower(tokens.get(at))).append(" time zone");
    return at + 3;
  }

  private static boolean isSymbol(List<SqlToken> tokens, int at, String symbol) {
    return at < tokens.size() && tokens.get(at).isSymbol(symbol);
  }

  private static String lower(SqlToken token) {
    return token.text().toLowerCase(Locale.ROOT);
  }
}
