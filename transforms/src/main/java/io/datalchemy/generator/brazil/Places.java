package io.datalchemy.generator.brazil;

import io.datalchemy.generator.text.Dictionary;
import io.datalchemy.generator.text.Piece;
import io.datalchemy.generator.text.WordList;
import java.util.ArrayList;
import java.util.List;

/**
 * Cities with their state, area code and first and last CEP prefix of five digits.
 *
 * <p>Public facts: area codes by Anatel's numbering plan, CEP ranges by Correios; a range may be
 * smaller than the city's, never larger.
 */
public record Places(List<Place> all) {
  public Places {
    all = List.copyOf(all);
  }

  /** One city. */
  public record Place(String city, String uf, int areaCode, int firstCep, int lastCep) {}

  private static final Places BRAZIL = load();

  /** The cities of Brazil that we know. */
  public static Places brazil() {
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
  public Dictionary cities() {
    return Dictionary.of(all.stream().map(Place::city).toList());
  }

  /** The abbreviations of the states. */
  public Dictionary states() {
    return Dictionary.of(all.stream().map(Place::uf).distinct().sorted().toList());
  }

  /** CEPs of those cities. */
  public Piece ceps(boolean formatted) {
    return new Cep(all, formatted);
  }

  /** The area codes. */
  public Dictionary areaCodes() {
    return Dictionary.of(
        all.stream().map(place -> Integer.toString(place.areaCode())).distinct().sorted().toList());
  }
}
