package io.datalchemy.generator.pattern;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.datalchemy.generator.Cells;
import io.datalchemy.generator.ValueSpace;
import io.datalchemy.generator.pattern.PatternGenerator.Lengths;
import io.datalchemy.type.ValueType;
import io.datalchemy.vector.ColumnVector;
import io.datalchemy.vector.RowSet;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PatternGeneratorTest {
  private static final Lengths ANY = new Lengths(0, 200);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "^[A-Z]{3}-[0-9]{4}$",
        "\\d{3}\\.\\d{3}\\.\\d{3}-\\d{2}",
        "[a-z0-9._%+-]+@[a-z0-9.-]+\\.(com|org|br)",
        "(a|ab)(c|bc)?",
        "^(BR|US|PT)\\d{1,3}x*$",
        "[^a-z]{2}\\s\\S\\w\\W\\D",
        "[[:alpha:]_][[:alnum:]_]{0,10}",
        "(?:ab?){2,3}|z",
        "çã[é-í]{1,2}",
        "a{0}b{2,}",
        "[]a-]x[a\\]-]",
        "(x{0,2}){0,2}",
        "\\x41\\u0042+?",
        "",
      })
  void drawsAndNumbersTextsThatMatch(String pattern) {
    Pattern expected = Pattern.compile(forJava(pattern));
    PatternGenerator generator = PatternGenerator.of(pattern, ANY, 6, false);
    for (String text : drawn(generator, 2000)) {
      assertTrue(expected.matcher(text).matches(), text);
    }
    ValueSpace space = generator.space().orElseThrow();
    List<String> numbered = numbered(space, 3000);
    numbered.forEach(text -> assertTrue(expected.matcher(text).matches(), text));
    assertEquals(numbered.size(), new HashSet<>(numbered).size());
  }

  /** Java reads a bracket expression's leading ] and POSIX classes otherwise. */
  private static String forJava(String pattern) {
    return pattern
        .replace("[]a-]", "[\\]a-]")
        .replace("[:alpha:]", "a-zA-Z")
        .replace("[:alnum:]", "a-zA-Z0-9");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "[0-9]{4}; 10000",
        "[A-Z]{2}[0-9]?; 7436",
        "(a|ab)(c|bc)?; 5",
        "(a|b|ab)*; 31",
        "a|a|a; 1",
        "(x?){3}; 4",
        "[ab]{0,2}; 7",
      })
  void countsEveryTextOnce(String pattern, long count) {
    PatternGenerator generator = PatternGenerator.of(pattern, new Lengths(0, 4), 32, false);
    assertEquals(count, generator.space().orElseThrow().size());
  }

  @Test
  void numbersTextsInOrder() {
    ValueSpace space = PatternGenerator.of("[ab]{1,2}", ANY, 32, false).space().orElseThrow();
    assertEquals(List.of("a", "aa", "ab", "b", "ba", "bb"), numbered(space, 6));
  }

  @Test
  void keepsTheLengths() {
    PatternGenerator generator = PatternGenerator.of("[a-c]*x?", new Lengths(4, 6), 32, false);
    for (String text : drawn(generator, 1000)) {
      assertTrue(text.length() >= 4 && text.length() <= 6, text);
    }
    assertEquals(81 + 243 + 729 + 27 + 81 + 243, generator.space().orElseThrow().size());
  }

  @Test
  void tellsHugeSpacesApartAllOverTheText() {
    ValueSpace space = PatternGenerator.of("[A-Z]{40}", ANY, 32, false).space().orElseThrow();
    assertEquals(Long.MAX_VALUE, space.size());
    List<String> texts = numbered(space, 5000);
    assertEquals(texts.size(), new HashSet<>(texts).size());
    TreeSet<Character> firsts = new TreeSet<>();
    texts.forEach(text -> firsts.add(text.charAt(0)));
    assertEquals(26, firsts.size());
  }

  @Test
  void leavesOneCaseWhereCaseDoesNotCount() {
    PatternGenerator both = PatternGenerator.of("[A-Za-z]{2}[A-Z]", ANY, 32, true);
    ValueSpace space = both.space().orElseThrow();
    assertEquals(26 * 26 * 26, space.size());
    assertTrue(space.caseInsensitive());
    assertFalse(
        PatternGenerator.of("[A-Za-z]{2}", ANY, 32, false).space().orElseThrow().caseInsensitive());
  }

  @Test
  void cannotNumberWhereTheCaseOfALetterDecides() {
    assertTrue(PatternGenerator.of("ab|AC", ANY, 32, true).space().isEmpty());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "(?=a)b; pattern: (?=…) group is not supported, at character 2 of '(?=a)b'",
        "a\\1; pattern: \\1 is not supported, at character 3 of 'a\\1'",
        "a\\b; pattern: \\b is not supported, at character 3 of 'a\\b'",
        "*a; pattern: quantifier without anything before it is not supported, at character 1 of '*a'",
        "(a; pattern: unbalanced ( is not supported, at character 2 of '(a'",
        "a); pattern: unbalanced ) is not supported, at character 1 of 'a)'",
        "[a; pattern: unbalanced [ is not supported, at character 2 of '[a'",
        "[z-a]; pattern: range that does not ascend is not supported, at character 4 of '[z-a]'",
        "a{3,1}; pattern: {3,1} is not supported, at character 6 of 'a{3,1}'",
        "a^b; pattern: ^ behind the beginning is not supported, at character 2 of 'a^b'",
        "a$b; pattern: $ before the end is not supported, at character 2 of 'a$b'",
      })
  void refusesByNameWhatIsNotOfTheSubset(String pattern, String message) {
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class, () -> PatternGenerator.of(pattern, ANY, 32, false));
    assertEquals(message, e.getMessage());
  }

  @Test
  void refusesAPatternThatTheColumnIsTooShortFor() {
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () -> PatternGenerator.of("[0-9]{14}", new Lengths(0, 11), 32, false));
    assertEquals(
        "pattern: its shortest text has 14 characters, the column or max_len takes 11",
        e.getMessage());
  }

  @Test
  void drawsButDoesNotNumberWhatIsTooLarge() {
    PatternGenerator generator =
        PatternGenerator.of("(a|b|c[0-9]{2000}){1,2000}", new Lengths(0, 50), 32, false);
    assertTrue(generator.space().isEmpty());
    drawn(generator, 100).forEach(text -> assertTrue(text.matches("[ab]{1,50}"), text));
  }

  private static List<String> drawn(PatternGenerator generator, int rows) {
    ColumnVector out = new ColumnVector(ValueType.text(), rows);
    generator.fill(new Cells(7, new RowSet(rows).setRange(0, rows), List.of()), out);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      texts.add(out.textAt(i));
    }
    return texts;
  }

  private static List<String> numbered(ValueSpace space, int most) {
    ColumnVector out = new ColumnVector(ValueType.text(), 1);
    List<String> texts = new ArrayList<>();
    for (long index = 0; index < Math.min(most, space.size()); index++) {
      out.reset();
      space.write(index, out, 0);
      texts.add(out.textAt(0));
    }
    return texts;
  }
}
