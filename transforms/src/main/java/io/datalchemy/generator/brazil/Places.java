package io.datalchemy.generator.brazil;

import io.datalchemy.generator.text.Dictionary;
import io.datalchemy.generator.text.WordList;
import java.util.ArrayList;
import java.util.List;

/**
 * Cities with their state, area code and first and last CEP prefix of five digits.
 *
 * <p>Public facts: area codes by Anatel's numbering plan, CEP ranges by Correios; a range may be
 * smaller than the city's, never larger.
 */
record Places(List<Place> all) {
  /** One city. */
  record Place(String city, String uf, int areaCode, int firstCep, int lastCep) {}

  private static final Places BRAZIL = load();

  static Places brazil() {
    return BRAZIL;
  }

  private static Places load() {
    List<Place> places = new ArrayList<>();
    for (String line : WordList.load("brazil/cities.txt")) {
      List<String> fields = List.of(line.split(";", -1));
      places.add(
          new Place(
              fields.get(0),
              fields.get(1),
              Integer.parseInt(fields.get(2)),
              Integer.parseInt(fields.get(3)),
              Integer.parseInt(fields.get(4))));
    }
    return new Places(List.copyOf(places));
  }

  /** The names of the cities. */
  Dictionary cities() {
    return Dictionary.of(all.stream().map(Place::city).toList());
  }

  /** The abbreviations of the states. */
  Dictionary states() {
    return Dictionary.of(all.stream().map(Place::uf).distinct().sorted().toList());
  }

  /** The area codes. */
  Dictionary areaCodes() {
    return Dictionary.of(
        all.stream().map(place -> Integer.toString(place.areaCode())).distinct().sorted().toList());
  }
}
