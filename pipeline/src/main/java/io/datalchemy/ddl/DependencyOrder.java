package io.datalchemy.ddl;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts definitions after those that their texts name; the server qualifies all that it prints. */
final class DependencyOrder {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_$]+");

  /**
   * One thing to make.
   *
   * @param text where the names of others that it needs stand
   */
  record Definition(String schema, String name, Preparation statement, String text) {
    private boolean isNamedIn(String plainText) {
      return names(plainText, plain(schema) + "." + plain(name));
    }
  }

  private final List<Definition> definitions;
  private final Map<String, List<Integer>> byWord;
  private final Set<Integer> placed = new LinkedHashSet<>();
  private final List<Preparation> ordered = new ArrayList<>();

  private DependencyOrder(List<Definition> definitions) {
    this.definitions = definitions;
    SortedMap<String, List<Integer>> index = new TreeMap<>();
    for (int i = 0; i < definitions.size(); i++) {
      index.computeIfAbsent(firstWord(definitions.get(i)), w -> new ArrayList<>()).add(i);
    }
    this.byWord = index;
  }

  static List<Preparation> of(List<Definition> definitions) {
    DependencyOrder order = new DependencyOrder(definitions);
    for (int i = 0; i < definitions.size(); i++) {
      order.place(i);
    }
    return order.ordered;
  }

  /** A name or a text without its quotes, which only some names have. */
  static String plain(String text) {
    return text.replace("\"", "");
  }

  /** Whether a text without quotes holds a name, not as part of a longer one. */
  static boolean names(String plainText, String plainName) {
    int at = plainText.indexOf(plainName);
    while (at >= 0) {
      if (isEdge(plainText, at - 1) && isEdge(plainText, at + plainName.length())) {
        return true;
      }
      at = plainText.indexOf(plainName, at + 1);
    }
    return false;
  }

  private static boolean isEdge(String text, int place) {
    return place < 0
        || place >= text.length()
        || !(Character.isLetterOrDigit(text.charAt(place)) || text.charAt(place) == '_');
  }

  private void place(int place) {
    if (!placed.add(place)) {
      return;
    }
    Definition definition = definitions.get(place);
    String text = plain(definition.text());
    for (int other : candidates(text)) {
      if (other != place && definitions.get(other).isNamedIn(text)) {
        place(other);
      }
    }
    ordered.add(definition.statement());
  }

  private Set<Integer> candidates(String text) {
    return Stream.concat(WORD.matcher(text).results().map(MatchResult::group), Stream.of(""))
        .distinct()
        .flatMap(word -> byWord.getOrDefault(word, List.of()).stream())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static String firstWord(Definition definition) {
    return WORD.matcher(plain(definition.name()))
        .results()
        .map(MatchResult::group)
        .findFirst()
        .orElse("");
  }
}
