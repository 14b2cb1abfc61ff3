package io.datalchemy.generator.place;

import io.datalchemy.generator.text.AsciiFolding;
import io.datalchemy.type.ValueType;
import io.datalchemy.vector.ColumnVector;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Cities and states by code, CEP, letters or name. Names are found in whatever case, with accents
 * or without. Immutable and thread-safe.
 */
public final class CityIndex {
  /** What is answered where there is none. */
  public static final int NONE = -1;

  private static final int SUFFIXES = 1000;
  private static final int MOST_CEP = 99_999_999;

  private final List<City> cities;
  private final List<State> states;
  private final int[] byCode;
  private final int[] codes;
  private final int[] lastPrefixes;
  private final int[] prefixOwners;
  private final int[] firstPrefixes;
  private final int[] byName;
  private final byte[][] names;
  private final byte[][] stateNames;

  CityIndex(List<City> cities, List<State> states) {
    this.cities = cities;
    this.states = states;
    byCode = sorted(Comparator.comparingInt(City::code));
    codes = Arrays.stream(byCode).map(k -> cities.get(k).code()).toArray();
    int[][] ranges =
        IntStream.range(0, cities.size())
            .boxed()
            .flatMap(
                k ->
                    IntStream.range(0, cities.get(k).ranges())
                        .mapToObj(r -> range(cities.get(k), r, k)))
            .sorted(Comparator.comparingInt(range -> range[1]))
            .toArray(int[][]::new);
    firstPrefixes = Arrays.stream(ranges).mapToInt(range -> range[0]).toArray();
    lastPrefixes = Arrays.stream(ranges).mapToInt(range -> range[1]).toArray();
    prefixOwners = Arrays.stream(ranges).mapToInt(range -> range[2]).toArray();
    byName = sorted((a, b) -> Arrays.compare(folded(a.name()), folded(b.name())));
    names =
        Arrays.stream(byName).mapToObj(k -> folded(cities.get(k).name())).toArray(byte[][]::new);
    stateNames = states.stream().map(state -> folded(state.name())).toArray(byte[][]::new);
  }

  private static int[] range(City city, int range, int number) {
    return new int[] {city.firstPrefix(range), city.lastPrefix(range), number};
  }

  private int[] sorted(Comparator<City> order) {
    return IntStream.range(0, cities.size())
        .boxed()
        .sorted((a, b) -> order.compare(cities.get(a), cities.get(b)))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private static byte[] folded(String name) {
    byte[] utf8 = name.getBytes(StandardCharsets.UTF_8);
    ColumnVector folded = new ColumnVector(ValueType.text(), 1);
    folded.begin(0);
    AsciiFolding.putDotted(utf8, 0, utf8.length, folded);
    folded.end(0);
    return Arrays.copyOf(folded.heap(), folded.length(0));
  }

  /** The city of an IBGE code of seven digits. */
  public int cityOfCode(long code) {
    int at = code == (int) code ? Arrays.binarySearch(codes, (int) code) : NONE;
    return at < 0 ? NONE : byCode[at];
  }

  /** The city whose ranges hold a CEP. */
  public int cityOfCep(long cep) {
    if (cep < 0 || cep > MOST_CEP) {
      return NONE;
    }
    int prefix = (int) (cep / SUFFIXES);
    int at = Arrays.binarySearch(lastPrefixes, prefix);
    int range = at < 0 ? -at - 1 : at;
    boolean isWithin = range < lastPrefixes.length && firstPrefixes[range] <= prefix;
    return isWithin ? prefixOwners[range] : NONE;
  }

  /** The code of the state of two letters. */
  public int stateOfLetters(int first, int second) {
    int letters = State.letters(first, second);
    for (State state : states) {
      if (state.letters() == letters) {
        return state.code();
      }
    }
    return NONE;
  }

  /** The code of the state of a name as {@link AsciiFolding#putDotted} writes it. */
  public int stateOfName(ColumnVector folded) {
    for (int k = 0; k < stateNames.length; k++) {
      if (compare(folded, stateNames[k]) == 0) {
        return states.get(k).code();
      }
    }
    return NONE;
  }

  /**
   * A city of a name as {@link AsciiFolding#putDotted} writes it: one of those that also lie in the
   * state and have the area code, where these are not 0.
   *
   * @param place which of several, from 0 to 1
   */
  public int cityOfName(ColumnVector folded, int state, int areaCode, double place) {
    int first = firstNamed(folded);
    int count = 0;
    for (int k = first; isNamed(k, folded); k++) {
      count += fits(byName[k], state, areaCode) ? 1 : 0;
    }
    int wanted = (int) (place * count);
    for (int k = first; isNamed(k, folded); k++) {
      if (fits(byName[k], state, areaCode) && wanted-- == 0) {
        return byName[k];
      }
    }
    return NONE;
  }

  private boolean isNamed(int k, ColumnVector folded) {
    return k < names.length && compare(folded, names[k]) == 0;
  }

  private boolean fits(int city, int state, int areaCode) {
    return (state == 0 || cities.get(city).state().code() == state)
        && (areaCode == 0 || cities.get(city).areaCode() == areaCode);
  }

  private int firstNamed(ColumnVector folded) {
    int from = 0;
    int to = names.length;
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (compare(folded, names[middle]) > 0) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from;
  }

  private static int compare(ColumnVector folded, byte[] name) {
    return Arrays.compare(
        folded.heap(), folded.start(0), folded.start(0) + folded.length(0), name, 0, name.length);
  }
}
