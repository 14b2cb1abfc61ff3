package io.datalchemy.generator.company;

import io.datalchemy.generator.text.Dictionary;
import io.datalchemy.generator.text.Digits;
import io.datalchemy.generator.text.Piece;
import io.datalchemy.generator.text.Sequence;
import io.datalchemy.generator.text.WordList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Things that are sold, by category. */
record Products(Map<String, List<String>> byCategory) {
  private static final class Brazil {
    static final Products ALL = load();
  }

  /** Those of the list, read when first asked for. */
  static Products brazil() {
    return Brazil.ALL;
  }

  private static Products load() {
    Map<String, List<String>> byCategory = new LinkedHashMap<>();
    for (String line : WordList.load("brazil/products.txt")) {
      List<String> fields = List.of(line.split(";", -1));
      byCategory.computeIfAbsent(fields.get(0), name -> new ArrayList<>()).add(fields.get(1));
    }
    return new Products(byCategory);
  }

  Dictionary categories() {
    return Dictionary.of(List.copyOf(byCategory.keySet()));
  }

  /** The things of all categories. */
  List<String> all() {
    return byCategory.values().stream().flatMap(List::stream).toList();
  }

  /**
   * The things of one category.
   *
   * @throws IllegalArgumentException if there is no such category
   */
  List<String> of(String category) {
    List<String> things = byCategory.getOrDefault(category, List.of());
    if (things.isEmpty()) {
      throw new IllegalArgumentException(
          "category: must be one of "
              + String.join(", ", byCategory.keySet())
              + ", was '"
              + category
              + "'");
    }
    return things;
  }

  /** Things with a line and a number, such as Cafeteira Prime 412. */
  static Piece named(List<String> things) {
    Dictionary lines = Dictionary.of(WordList.load("brazil/product_lines.txt"));
    return Sequence.of(Dictionary.of(things), " ", lines, " ", new Digits(100, 999, 1));
  }
}
