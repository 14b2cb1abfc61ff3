package io.datalchemy.expression.parsing;

import io.datalchemy.expression.Expression;
import io.datalchemy.expression.UnsupportedExpressionException;
import java.util.List;
import java.util.Set;

/**
 * Reads conditions as PostgreSQL prints them: CHECK definitions, index predicates, index keys.
 *
 * <p>JSqlParser reads the operators. It is given no parentheses, whose nesting costs it exponential
 * time, and none of the spellings that it reads otherwise than PostgreSQL: {@link Fragments} takes
 * the text apart first.
 */
public final class ExpressionParser {
  private static final Set<String> SUFFIX_WORDS =
      Set.of("NOT", "VALID", "NO", "INHERIT", "ENFORCED");

  private ExpressionParser() {}

  /** Reads {@code CHECK (…)}, also with {@code NO INHERIT}, {@code NOT VALID} and the like. */
  public static ParsedCondition parseCheck(String definition) {
    return guarded(() -> Fragments.read(insideCheck(SqlToken.split(definition))));
  }

  /** Reads a bare expression, such as the predicate or a key of an index. */
  public static ParsedCondition parse(String expression) {
    return guarded(() -> Fragments.read(SqlToken.split(expression)));
  }

  private static ParsedCondition guarded(java.util.function.Supplier<Expression> reading) {
    try {
      return new ParsedCondition.Parsed(reading.get());
    } catch (UnsupportedExpressionException e) {
      return new ParsedCondition.Unsupported(e.getMessage());
    }
  }

  private static List<SqlToken> insideCheck(List<SqlToken> tokens) {
    int end = tokens.size();
    while (end > 0 && isSuffix(tokens.get(end - 1))) {
      end--;
    }
    boolean framed =
        end >= 3
            && tokens.get(0).isWord("CHECK")
            && tokens.get(1).isSymbol("(")
            && tokens.get(end - 1).isSymbol(")");
    if (!framed) {
      throw new UnsupportedExpressionException("the text is not CHECK (…)");
    }
    return tokens.subList(2, end - 1);
  }

  private static boolean isSuffix(SqlToken token) {
    return token.kind() == SqlToken.Kind.WORD && SUFFIX_WORDS.contains(token.upper());
  }
}
