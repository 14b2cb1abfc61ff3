package io.datalchemy.generator.place;

import io.datalchemy.random.AliasTable;
import java.util.List;

/** Some cities by number, drawn by their inhabitants. */
final class CityTable {
  private final int[] numbers;
  private final AliasTable places;

  /** A table of the cities of some numbers, one at least, among all. */
  CityTable(List<Integer> numbers, List<City> all) {
    this.numbers = numbers.stream().mapToInt(Integer::intValue).toArray();
    places = AliasTable.of(numbers.stream().mapToDouble(n -> all.get(n).inhabitants()).toArray());
  }

  /** The number of the city that those bits draw. */
  int draw(long bits) {
    return numbers[places.draw(bits)];
  }
}
