package io.datalchemy.generator.place;

import io.datalchemy.generator.text.WordList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The cities of Brazil that we know, drawn by their inhabitants. Immutable and thread-safe; read
 * from the list when first asked for.
 *
 * <p>Cities are numbered as the list has them; area codes are of two digits, and states are those
 * of {@link City#state}.
 */
public final class Cities {
  private static final int AREA_CODES = 100;

  private final List<City> all;
  private final CityIndex index;
  private final CityTable everywhere;
  private final CityTable[] byState = new CityTable[AREA_CODES];
  private final CityTable[] byAreaCode = new CityTable[AREA_CODES];
  private final CityTable[] byBoth = new CityTable[AREA_CODES * AREA_CODES];

  private static final class Brazil {
    static final Cities ALL = load();
  }

  private Cities(List<City> all, List<State> states) {
    this.all = List.copyOf(all);
    index = new CityIndex(this.all, states);
    everywhere = table(IntStream.range(0, all.size()).boxed().toList());
    Map<Integer, List<Integer>> groups = new TreeMap<>();
    for (int k = 0; k < all.size(); k++) {
      int state = all.get(k).state().code();
      int areaCode = all.get(k).areaCode();
      for (int group : List.of(state * AREA_CODES, areaCode, state * AREA_CODES + areaCode)) {
        groups.computeIfAbsent(group, g -> new ArrayList<>()).add(k);
      }
    }
    groups.forEach(
        (group, cities) -> {
          int state = group / AREA_CODES;
          int areaCode = group % AREA_CODES;
          if (areaCode == 0) {
            byState[state] = table(cities);
          } else if (state == 0) {
            byAreaCode[areaCode] = table(cities);
          } else {
            byBoth[group] = table(cities);
          }
        });
  }

  private CityTable table(List<Integer> cities) {
    return new CityTable(cities, all);
  }

  private static Cities load() {
    Map<Integer, State> states = new LinkedHashMap<>();
    WordList.load("brazil/states.txt").stream()
        .map(State::parse)
        .forEach(state -> states.put(state.code(), state));
    List<City> cities = new ArrayList<>();
    for (String line : WordList.load("brazil/municipalities.txt")) {
      String[] fields = line.split(";", -1);
      cities.add(City.parse(fields, states.get(Integer.parseInt(fields[0], 0, 2, 10))));
    }
    return new Cities(cities, List.copyOf(states.values()));
  }

  /** The cities of Brazil. */
  public static Cities brazil() {
    return Brazil.ALL;
  }

  /** How many there are. */
  public int size() {
    return all.size();
  }

  /** The city of a number. */
  public City city(int number) {
    return all.get(number);
  }

  /** Finds cities and states by what a column says of them. */
  public CityIndex index() {
    return index;
  }

  /**
   * The number of the city that those bits draw, one with many inhabitants more often.
   *
   * @param state the code of the state that it lies in, or 0 for any
   * @param areaCode the area code that it has, or 0 for any; no city has both, it is left aside
   */
  public int draw(long bits, int state, int areaCode) {
    CityTable table = areaCode == 0 ? null : byBoth[state * AREA_CODES + areaCode];
    if (table == null && state == 0) {
      table = byAreaCode[areaCode];
    }
    if (table == null) {
      table = byState[state];
    }
    return (table == null ? everywhere : table).draw(bits);
  }

  /** Whether some city has the area code. */
  public boolean hasAreaCode(long areaCode) {
    return areaCode > 0 && areaCode < AREA_CODES && byAreaCode[(int) areaCode] != null;
  }
}
