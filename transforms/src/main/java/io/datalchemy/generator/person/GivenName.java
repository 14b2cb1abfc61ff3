package io.datalchemy.generator.person;

import io.datalchemy.generator.text.WordList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A given name and how many of a sex bear it, by their decade of birth: before 1930 to the 2000s.
 */
record GivenName(String text, Sex sex, List<Double> counts) {
  /** The decades of birth that are counted. */
  static final int DECADES = 9;

  private static final int DECADES_BEFORE_1960 = 4;
  private static final int DECADES_BEFORE_1990 = 7;
  private static final double PER_MILLE = 1000;

  GivenName {
    counts = List.copyOf(counts);
    if (counts.size() != DECADES) {
      throw new IllegalArgumentException(
          "given name " + text + ": must have " + DECADES + " counts, had " + counts.size());
    }
  }

  /**
   * The names of {@code given_names.txt}, less their shares that {@code compound_names.txt} has.
   */
  static List<GivenName> load(String folder) {
    List<GivenName> singles = new ArrayList<>();
    for (String line : WordList.load(folder + "/given_names.txt")) {
      List<String> fields = List.of(line.split(";", -1));
      singles.add(
          new GivenName(
              fields.get(0),
              fields.get(1).equals("F") ? Sex.FEMALE : Sex.MALE,
              fields.subList(2, fields.size()).stream().map(Double::valueOf).toList()));
    }
    return withCompounds(singles, WordList.load(folder + "/compound_names.txt"));
  }

  private static List<GivenName> withCompounds(List<GivenName> singles, List<String> lines) {
    Map<String, List<List<String>>> byFirst = new LinkedHashMap<>();
    for (String line : lines) {
      List<String> fields = List.of(line.split(";", -1));
      byFirst
          .computeIfAbsent(GivenNames.firstWord(fields.get(0)), first -> new ArrayList<>())
          .add(fields);
    }
    List<GivenName> all = new ArrayList<>();
    for (GivenName single : singles) {
      List<GivenName> compounds =
          byFirst.getOrDefault(single.text(), List.of()).stream().map(single::compound).toList();
      all.add(compounds.stream().reduce(single, GivenName::less));
      all.addAll(compounds);
    }
    return all;
  }

  private GivenName compound(List<String> fields) {
    List<Double> shares = new ArrayList<>();
    for (int decade = 0; decade < DECADES; decade++) {
      int period = decade < DECADES_BEFORE_1960 ? 1 : decade < DECADES_BEFORE_1990 ? 2 : 3;
      shares.add(counts.get(decade) * Double.parseDouble(fields.get(period)) / PER_MILLE);
    }
    return new GivenName(fields.get(0), sex, shares);
  }

  private GivenName less(GivenName other) {
    List<Double> rest = new ArrayList<>();
    for (int decade = 0; decade < DECADES; decade++) {
      rest.add(counts.get(decade) - other.counts.get(decade));
    }
    return new GivenName(text, sex, rest);
  }
}
