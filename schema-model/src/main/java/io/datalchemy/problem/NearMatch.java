package io.datalchemy.problem;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the name that somebody probably meant. */
public final class NearMatch {
  private NearMatch() {}

  /**
   * The known name that is fewest typing errors away from the given one, case aside.
   *
   * @return empty if even the nearest is more than a third of the name away
   */
  public static Optional<String> of(String given, Collection<String> known) {
    int limit = Math.max(1, given.length() / 3);
    return known.stream()
        .filter(name -> distance(fold(given), fold(name)) <= limit)
        .min(
            Comparator.comparingInt((String name) -> distance(fold(given), fold(name)))
                .thenComparing(Comparator.naturalOrder()));
  }

  /** A hint for people: the probable name, or else some of those that there are. */
  public static String hint(String given, Collection<String> known) {
    Optional<String> near = of(given, known);
    if (near.isPresent()) {
      return "did you mean '" + near.get() + "'?";
    }
    if (known.isEmpty()) {
      return "there are none to choose from";
    }
    Stream<String> some = known.stream().sorted().limit(8);
    String rest = known.size() > 8 ? ", … (" + known.size() + " in all)" : "";
    return "there are: " + some.collect(Collectors.joining(", ")) + rest;
  }

  private static String fold(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  /** Insertions, deletions, substitutions and swaps of neighbours (optimal string alignment). */
  static int distance(String a, String b) {
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      cost[i][0] = i;
    }
    for (int j = 0; j <= b.length(); j++) {
      cost[0][j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      for (int j = 1; j <= b.length(); j++) {
        cost[i][j] = cheapest(a, b, i, j, cost);
      }
    }
    return cost[a.length()][b.length()];
  }

  private static int cheapest(String a, String b, int i, int j, int[][] cost) {
    int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
    int best = Math.min(cost[i - 1][j] + 1, cost[i][j - 1] + 1);
    best = Math.min(best, cost[i - 1][j - 1] + change);
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
  }
}
