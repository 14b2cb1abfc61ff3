package io.datalchemy.registry;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** The name that somebody probably meant. */
final class NearMatch {
  private NearMatch() {}

  /** The nearest of the names, if near enough to be meant. */
  static Optional<String> of(String asked, Collection<String> names) {
    int limit = Math.max(2, asked.length() / 3);
    return names.stream()
        .filter(name -> distance(asked, name) <= limit)
        .min(Comparator.comparingInt((String n) -> distance(asked, n)).thenComparing(n -> n));
  }

  /** The end of a message: what is near, or what there is. */
  static String suggestion(String asked, Collection<String> names) {
    return of(asked, names)
        .map(near -> "; did you mean " + near + "?")
        .orElse(names.isEmpty() ? "; it takes none" : "; there are " + String.join(", ", names));
  }

  /** Levenshtein's distance. */
  private static int distance(String a, String b) {
    int[] previous = new int[b.length() + 1];
    int[] current = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      current[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        current[j] = Math.min(replaced, 1 + Math.min(previous[j], current[j - 1]));
      }
      int[] swap = previous;
      previous = current;
      current = swap;
    }
    return previous[b.length()];
  }
}
