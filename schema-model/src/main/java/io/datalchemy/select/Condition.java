package io.datalchemy.select;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What must hold beside a column's name and type. */
sealed interface Condition {

  /** Nothing more. */
  record None() implements Condition {}

  /** The table's name holds one of the words. */
  record InTable(Set<String> words) implements Condition {}

  /** Another column's name holds one of the words. */
  record Near(Set<String> words) implements Condition {}

  /**
   * The table has columns to derive from.
   *
   * @param inputs for each input, the meanings that its column may have, the best first
   */
  record From(List<List<String>> inputs) implements Condition {}

  /** Reads {@code near rua cep}, {@code table @person}, {@code from start | end, price}. */
  static Condition parse(String text, Words dictionary) {
    String[] kindAndRest = text.split(" ", 2);
    return switch (kindAndRest[0]) {
      case "-" -> new None();
      case "table" -> new InTable(words(kindAndRest[1], dictionary));
      case "near" -> new Near(words(kindAndRest[1], dictionary));
      case "from" -> new From(inputs(kindAndRest[1]));
      default -> throw new IllegalArgumentException("no condition: " + text);
    };
  }

  private static Set<String> words(String text, Words dictionary) {
    return Arrays.stream(text.split(" "))
        .flatMap(word -> (word.startsWith("@") ? dictionary.ofClass(word) : Set.of(word)).stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<List<String>> inputs(String text) {
    return Arrays.stream(text.split(", ")).map(input -> List.of(input.split(" \\| "))).toList();
  }
}
