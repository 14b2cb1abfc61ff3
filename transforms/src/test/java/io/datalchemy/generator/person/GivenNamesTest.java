package io.datalchemy.generator.person;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.datalchemy.generator.text.WordList;
import io.datalchemy.random.CellRandom;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The published table is read here once more, as plain lines. */
class GivenNamesTest {
  private static final int DRAWS = 400_000;
  private static final GivenNames NAMES = GivenNames.brazil();

  /** First words and their counts of a sex in some decades of the census table. */
  private static Map<String, Double> published(String sex, int fromDecade, int toDecade) {
    Map<String, Double> counts = new TreeMap<>();
    for (String line : WordList.load("brazil/given_names.txt")) {
      String[] fields = line.split(";", -1);
      for (int k = fromDecade; sex.contains(fields[1]) && k <= toDecade; k++) {
        counts.merge(fields[0], Double.parseDouble(fields[2 + k]), Double::sum);
      }
    }
    return counts;
  }

  private static void assertShares(Map<String, Double> published, int[] places) {
    Map<String, Integer> drawn = new TreeMap<>();
    List<String> words = NAMES.names().words();
    for (int place : places) {
      drawn.merge(words.get(place).split(" ", -1)[0], 1, Integer::sum);
    }
    double total = published.values().stream().mapToDouble(Double::doubleValue).sum();
    published.forEach(
        (name, count) -> {
          double share = count / total;
          double sigma = Math.sqrt(share * (1 - share) / places.length);
          double found = drawn.getOrDefault(name, 0) / (double) places.length;
          assertEquals(share, found, 5 * sigma + 1e-5, name);
        });
    assertTrue(published.keySet().containsAll(drawn.keySet()));
  }

  @Test
  void hasTheNamesThatWereAskedFor() {
    assertTrue(NAMES.firstNames().size() >= 400, () -> "" + NAMES.firstNames().size());
    assertTrue(NAMES.names().size() >= 900, () -> "" + NAMES.names().size());
  }

  @Test
  void areAsUsualAsTheCensusCountedThem() {
    int[] places = new int[DRAWS];
    for (int k = 0; k < DRAWS; k++) {
      places[k] = NAMES.draw(CellRandom.mix(k));
    }
    assertShares(published("FM", 0, 8), places);
  }

  @ParameterizedTest
  @CsvSource({"F,FEMALE", "M,MALE"})
  void areAsUsualAsTheCensusCountedThemAmongASex(String letter, Sex sex) {
    int[] places = new int[DRAWS];
    for (int k = 0; k < DRAWS; k++) {
      places[k] = NAMES.draw(CellRandom.mix(k), sex);
    }
    assertShares(published(letter, 0, 8), places);
  }

  @ParameterizedTest
  @CsvSource({
    "F,FEMALE,1925,0",
    "M,MALE,1899,0",
    "F,FEMALE,1930,1",
    "M,MALE,1985,6",
    "F,FEMALE,1999,7",
    "M,MALE,2009,8",
    "F,FEMALE,2024,8"
  })
  void areAsUsualAsAmongThoseBornInTheDecade(String letter, Sex sex, int year, int decade) {
    int[] places = new int[DRAWS];
    for (int k = 0; k < DRAWS; k++) {
      places[k] = NAMES.draw(CellRandom.mix(k), sex, year);
    }
    assertShares(published(letter, decade, decade), places);
  }

  @Test
  void callMariaEduardaTheYoungAndMariaAparecidaTheOld() {
    assertTrue(count("Maria Eduarda", 2005) > 20 * count("Maria Eduarda", 1975));
    assertTrue(count("Maria Aparecida", 1955) > 5 * count("Maria Aparecida", 2005));
  }

  private static int count(String name, int year) {
    int place = NAMES.names().words().indexOf(name);
    int count = 0;
    for (int k = 0; k < DRAWS; k++) {
      count += NAMES.draw(CellRandom.mix(k), Sex.FEMALE, year) == place ? 1 : 0;
    }
    return count;
  }

  @Test
  void tellSexAndFirstWordOfAPlace() {
    List<String> words = NAMES.names().words();
    assertEquals(Sex.FEMALE, NAMES.sex(words.indexOf("Ana Clara")));
    assertEquals(Sex.MALE, NAMES.sex(words.indexOf("João Pedro")));
    for (int place = 0; place < words.size(); place++) {
      assertEquals(
          words.get(place).split(" ", -1)[0], NAMES.firstNames().words().get(NAMES.first(place)));
    }
  }

  @Test
  void drawsSexesByTheirShareOfThePopulation() {
    int women = 0;
    for (int k = 0; k < DRAWS; k++) {
      women += Sex.drawn(CellRandom.mix(k)) == Sex.FEMALE ? 1 : 0;
    }
    assertEquals(0.515, (double) women / DRAWS, 0.003);
  }
}
