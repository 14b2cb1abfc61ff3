package io.datalchemy.generator.bank;

import io.datalchemy.generator.text.Dictionary;
import io.datalchemy.generator.text.WordList;
import java.util.List;

/** Banks that exist, by their clearing code, the most usual first. */
record Banks(List<String> codes, List<String> names) {
  private static final String LIST = "brazil/banks.txt";

  private static final class Brazil {
    static final Banks ALL = load();
  }

  /** Those of the list, read when first asked for. */
  static Banks brazil() {
    return Brazil.ALL;
  }

  private static Banks load() {
    List<List<String>> lines =
        WordList.load(LIST).stream().map(line -> List.of(line.split(";", -1))).toList();
    return new Banks(
        lines.stream().map(fields -> fields.get(0)).toList(),
        lines.stream().map(fields -> fields.get(1)).toList());
  }

  /** The codes of three digits, those of large banks more often. */
  Dictionary codeDictionary() {
    return Dictionary.ranked(codes);
  }

  /** The names, those of large banks more often. */
  Dictionary nameDictionary() {
    return Dictionary.ranked(names);
  }

  /** The codes as numbers. */
  int[] numbers() {
    return codes.stream().mapToInt(Integer::parseInt).toArray();
  }
}
