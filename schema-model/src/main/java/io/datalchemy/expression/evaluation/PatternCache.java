package io.datalchemy.expression.evaluation;

import io.datalchemy.expression.Expression;
import io.datalchemy.expression.JavaRegex;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** Patterns compiled once; each is to be searched for with {@code find}. */
final class PatternCache {
  private record Key(Expression.Match.Language language, String pattern) {}

  private final Map<Key, Pattern> compiled = new ConcurrentHashMap<>();

  Pattern get(Expression.Match.Language language, String pattern) {
    return compiled.computeIfAbsent(
        new Key(language, pattern),
        key -> Pattern.compile(JavaRegex.of(key.language(), key.pattern())));
  }
}
