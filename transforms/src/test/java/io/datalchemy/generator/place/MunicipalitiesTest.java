package io.datalchemy.generator.place;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.datalchemy.generator.text.WordList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The list of municipalities against what else is public knowledge about Brazil. */
class MunicipalitiesTest {
  /** First and last CEP prefixes of each state, as Correios publish them. */
  private static final String STATE_RANGES =
      "SP 01000-19999, RJ 20000-28999, ES 29000-29999, MG 30000-39999, BA 40000-48999,"
          + " SE 49000-49999, PE 50000-56999, AL 57000-57999, PB 58000-58999, RN 59000-59999,"
          + " CE 60000-63999, PI 64000-64999, MA 65000-65999, PA 66000-68899, AP 68900-68999,"
          + " AM 69000-69299 69400-69899, RR 69300-69399, AC 69900-69999, DF 70000-72799"
          + " 73000-73699, GO 72800-72999 73700-76799, RO 76800-76999, TO 77000-77999,"
          + " MT 78000-78899, MS 79000-79999, PR 80000-87999, SC 88000-89999, RS 90000-99999";

  /** The area codes of each state, by Anatel's plan; some reach over the border of a state. */
  private static final String STATE_AREA_CODES =
      "SP 11 12 13 14 15 16 17 18 19, RJ 21 22 24, ES 27 28, MG 31 32 33 34 35 37 38,"
          + " PR 41 42 43 44 45 46 47 49, SC 42 47 48 49, RS 51 53 54 55, DF 61, GO 61 62 64, TO 63,"
          + " MT 65 66, MS 67, AC 68, RO 69, BA 71 73 74 75 77, SE 79, PE 81 87, AL 82, PB 83,"
          + " RN 84, CE 85 88, PI 86 89, PA 91 93 94, AM 92 97, RR 95, AP 96, MA 98 99";

  /** Codes whose last digit IBGE gave another value than the rule's. */
  private static final Set<String> IRREGULAR_CODES =
      Set.of(
          "2201919", "2201988", "2202251", "2611533", "3117836", "3152131", "4305871", "5203939",
          "5203962");

  private static final List<String[]> ROWS =
      WordList.load("brazil/municipalities.txt").stream().map(l -> l.split(";", -1)).toList();

  private static final Map<String, String> STATES = new TreeMap<>();

  static {
    WordList.load("brazil/states.txt").stream()
        .map(line -> line.split(";", -1))
        .forEach(fields -> STATES.put(fields[2], fields[1]));
  }

  private static String state(String[] row) {
    return STATES.get(row[0].substring(0, 2));
  }

  private static Map<String, Set<String>> byState(String text) {
    Map<String, Set<String>> sets = new TreeMap<>();
    for (String entry : text.split(", ", -1)) {
      List<String> words = List.of(entry.split(" ", -1));
      sets.put(words.get(0), new TreeSet<>(words.subList(1, words.size())));
    }
    return sets;
  }

  @Test
  void hasAllStatesAndAllLargeCities() {
    Set<String> states = new TreeSet<>();
    ROWS.forEach(row -> states.add(state(row)));

    assertEquals(27, states.size());
    assertEquals(3101, ROWS.size());
    assertEquals(326, ROWS.stream().filter(row -> Integer.parseInt(row[3]) >= 100_000).count());
    assertTrue(ROWS.stream().allMatch(row -> Integer.parseInt(row[3]) >= 10_000));
  }

  @Test
  void hasEachCodeOnceWithItsCheckDigit() {
    Set<String> codes = new TreeSet<>();
    for (String[] row : ROWS) {
      assertTrue(codes.add(row[0]), row[0]);
      int sum = 0;
      for (int place = 0; place < 6; place++) {
        int product = (row[0].charAt(place) - '0') * (place % 2 + 1);
        sum += product / 10 + product % 10;
      }
      boolean isRegular = row[0].charAt(6) - '0' == (10 - sum % 10) % 10;
      assertTrue(isRegular || IRREGULAR_CODES.contains(row[0]), row[0]);
    }
  }

  @Test
  void hasCepsWithinTheStateThatNoOtherCityHas() {
    Map<String, Set<String>> allowed = byState(STATE_RANGES);
    List<int[]> all = new ArrayList<>();
    for (String[] row : ROWS) {
      for (String range : row[6].split(",", -1)) {
        int first = Integer.parseInt(range.substring(0, 5));
        int last = Integer.parseInt(range.substring(6));
        assertTrue(first <= last, row[1]);
        assertTrue(
            allowed.get(state(row)).stream()
                .anyMatch(
                    r ->
                        Integer.parseInt(r.substring(0, 5)) <= first
                            && last <= Integer.parseInt(r.substring(6))),
            row[1] + " " + range);
        all.add(new int[] {first, last});
      }
    }
    all.sort(Comparator.comparingInt(range -> range[0]));
    for (int k = 1; k < all.size(); k++) {
      assertTrue(all.get(k - 1)[1] < all.get(k)[0], "from " + all.get(k)[0]);
    }
  }

  @Test
  void hasAreaCodesOfTheState() {
    Map<String, Set<String>> allowed = byState(STATE_AREA_CODES);
    Map<String, Set<String>> found = new TreeMap<>();
    ROWS.forEach(row -> found.computeIfAbsent(state(row), s -> new TreeSet<>()).add(row[2]));

    found.forEach((state, codes) -> assertTrue(allowed.get(state).containsAll(codes), state));
    Set<String> all = new TreeSet<>();
    found.values().forEach(all::addAll);
    assertEquals(67, all.size());
  }

  @Test
  void hasTheTaxRegionsOfTheStates() {
    Map<String, String> regions = new TreeMap<>();
    WordList.load("brazil/states.txt").stream()
        .map(line -> line.split(";", -1))
        .forEach(f -> regions.merge(f[3], f[1], (a, b) -> a + " " + b));

    assertEquals(
        "{0=RS, 1=DF GO MT MS TO, 2=AC AP AM PA RO RR, 3=CE MA PI, 4=AL PB PE RN, 5=BA SE, 6=MG,"
            + " 7=ES RJ, 8=SP, 9=PR SC}",
        regions.toString());
  }
}
