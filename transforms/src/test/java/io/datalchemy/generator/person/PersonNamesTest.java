package io.datalchemy.generator.person;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.datalchemy.generator.text.Dictionary;
import io.datalchemy.generator.text.Piece;
import io.datalchemy.generator.text.WordList;
import io.datalchemy.random.CellRandom;
import io.datalchemy.type.ValueType;
import io.datalchemy.vector.ColumnVector;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonNamesTest {
  private static final Pattern PARTICLE = Pattern.compile("^(da|de|do|das|dos) ");
  private static final ColumnVector OUT = new ColumnVector(ValueType.text(), 1);
  private static final PersonNames NAMES = PersonNames.brazil();

  private static String text(Piece piece, long index) {
    OUT.reset();
    OUT.begin(0);
    piece.put(index, OUT);
    OUT.end(0);
    return OUT.textAt(0);
  }

  private static String drawn(Piece piece, long bits) {
    OUT.reset();
    OUT.begin(0);
    piece.draw(bits, OUT);
    OUT.end(0);
    return OUT.textAt(0);
  }

  @Test
  void hasMoreNamesThanTheCountryHasPeople() {
    assertTrue(NAMES.surnames().size() >= 300, () -> "" + NAMES.surnames().size());
    assertTrue(NAMES.full().size() > 190_000_000, () -> "" + NAMES.full().size());
  }

  @Test
  void numbersWholeNamesWithoutRepeating() {
    Piece full = NAMES.full();
    Set<String> seen = new HashSet<>();
    for (long k = 0; k < 100_000; k++) {
      long index = CellRandom.below(CellRandom.mix(k), full.size());
      seen.add(index + text(full, index));
    }
    Set<String> texts = new HashSet<>();
    seen.forEach(entry -> texts.add(entry.replaceFirst("^[0-9]+", "")));
    assertEquals(seen.size(), texts.size());
  }

  /** What makes whole names unambiguous, as {@code compound_names.txt} says. */
  @Test
  void noCompoundNameEndsAsASurname() {
    Set<String> written = Set.copyOf(NAMES.families().written().words());
    for (String name : NAMES.given().words()) {
      String rest = name.substring(Math.min(name.length(), name.indexOf(' ') + 1));
      assertFalse(name.contains(" ") && written.contains(rest), name);
      assertFalse(PARTICLE.matcher(name).find(), name);
    }
  }

  @Test
  void numbersPairsOfSmallSetsWithoutGapOrRepeat() {
    Dictionary words = Dictionary.of("Sá", "de Sá", "Luz", "da Luz", "Reis", "Paz");
    Piece pairs = SurnamePairs.of(words, List.of(0, 0, 1, 1, 2, 3));
    Set<String> all = new HashSet<>();
    for (long index = 0; index < pairs.size(); index++) {
      all.add(text(pairs, index));
    }
    assertEquals(6 * 6 - 4 - 4 - 1 - 1, all.size());
    assertFalse(all.contains("Sá de Sá"));
    assertTrue(all.contains("Paz Sá") && all.contains("Sá Paz") && all.contains("da Luz de Sá"));
  }

  @Test
  void nobodyHasTheSameSurnameTwice() {
    Piece pairs = Surnames.brazil().pairs();
    for (int k = 0; k < 50_000; k++) {
      String pair = drawn(pairs, CellRandom.mix(k));
      List<String> bare = List.of(pair.replaceAll("\\b(da|de|do|das|dos) ", "").split(" ", -1));
      assertEquals(2, Set.copyOf(bare).size(), pair);
    }
  }

  @Test
  void surnamesAreAsUsualAsTheCensusCountedThem() {
    Map<String, Double> published = new TreeMap<>();
    for (String line : WordList.load("brazil/surnames.txt")) {
      published.put(line.split(";", -1)[0], Double.valueOf(line.split(";", -1)[1]));
    }
    double total = published.values().stream().mapToDouble(Double::doubleValue).sum();
    assertEquals(34_030_104, published.get("Silva"));
    Map<String, Integer> drawn = new TreeMap<>();
    int draws = 200_000;
    for (int k = 0; k < draws; k++) {
      String written = drawn(Surnames.brazil().written(), CellRandom.mix(k));
      drawn.merge(PARTICLE.matcher(written).replaceFirst(""), 1, Integer::sum);
    }
    published.forEach(
        (name, count) -> {
          double share = count / total;
          double sigma = Math.sqrt(share * (1 - share) / draws);
          assertEquals(share, drawn.getOrDefault(name, 0) / (double) draws, 5 * sigma, name);
        });
  }

  @ParameterizedTest
  @ValueSource(ints = {9, 15, 20, 30, 40, 60})
  void fitsIntoShortColumns(int chars) {
    Piece full = NAMES.full();
    assertTrue(full.minChars() <= 9, () -> "" + full.minChars());
    Piece fitting = full.maxChars() <= chars ? full : full.within(chars);
    for (int k = 0; k < 20_000; k++) {
      String name = drawn(fitting, CellRandom.mix(k));
      assertTrue(name.codePointCount(0, name.length()) <= chars, name);
      String numbered = text(fitting, CellRandom.below(CellRandom.mix(k), fitting.size()));
      assertTrue(numbered.codePointCount(0, numbered.length()) <= chars, numbered);
    }
  }

  @Test
  void refusesARoomThatNoNameFits() {
    assertThrows(IllegalArgumentException.class, () -> NAMES.full().within(2));
  }

  @Test
  void mailAddressesHaveNeitherAccentsNorSpaces() {
    Pattern address = Pattern.compile("[a-z]+\\.[a-z]+[1-9][0-9]{0,3}@example\\.(com|org|net)");
    Piece emails = NAMES.email();
    for (int k = 0; k < 50_000; k++) {
      String email = drawn(emails, CellRandom.mix(k));
      assertTrue(address.matcher(email).matches(), email);
    }
  }
}
