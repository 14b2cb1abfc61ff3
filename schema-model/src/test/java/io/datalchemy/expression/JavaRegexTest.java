package io.datalchemy.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.datalchemy.expression.Expression.Match;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JavaRegexTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "LIKE|a%c|abbc|true",
        "LIKE|a_c|abbc|false",
        "LIKE|50\\%|50%|true",
        "LIKE|50\\%|500|false",
        "LIKE|a.c|abc|false",
        "ILIKE|É%|état|true",
        "REGEX|^a$|a|true",
        "REGEX|[[:upper:]]{2}|xAB|true",
        "REGEX|[]x]|]|true",
        "REGEX|[a&&b]|&|true",
        "REGEX|a{b|a{b|true",
        "REGEX|\\mcat\\M|the cat sat|true",
        "REGEX|\\mcat\\M|concatenate|false",
        "REGEX_IGNORE_CASE|^ab|ABC|true"
      })
  void findsWhatPostgresFinds(Match.Language language, String pattern, String text, boolean found) {
    assertEquals(found, Pattern.compile(JavaRegex.of(language, pattern)).matcher(text).find());
  }

  @Test
  void takesADollarForTheEndAndNotForTheLastLineBreak() {
    Pattern pattern = Pattern.compile(JavaRegex.of(Match.Language.REGEX, "^a$"));
    assertEquals(false, pattern.matcher("a\n").find());
  }

  @Test
  void refusesWhatJavaHasNoWordFor() {
    assertThrows(
        UnsupportedExpressionException.class,
        () -> JavaRegex.of(Match.Language.REGEX, "[[:alfa:]]"));
    assertThrows(
        UnsupportedExpressionException.class, () -> JavaRegex.of(Match.Language.REGEX, "[a"));
  }
}
