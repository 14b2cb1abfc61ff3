package io.datalchemy.registry;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** The name that somebody probably meant. */
final class NearMatch {
  private static final int SWAP = 1;
  private static final int OTHER = 2;

  private NearMatch() {}

  /** The nearest of the names, if near enough to be meant. */
  static Optional<String> of(String asked, Collection<String> names) {
    int limit = OTHER * Math.max(2, asked.length() / 3);
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

  /** Optimal string alignment, where two neighbours in the wrong order are the likeliest slip. */
  private static int distance(String a, String b) {
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        cost[i][j] =
            i == 0 || j == 0 ? OTHER * (i + j) : step(cost, a.substring(0, i), b.substring(0, j));
      }
    }
    return cost[a.length()][b.length()];
  }

  private static int step(int[][] cost, String a, String b) {
    int i = a.length();
    int j = b.length();
    boolean isSame = a.charAt(i - 1) == b.charAt(j - 1);
    int replaced = cost[i - 1][j - 1] + (isSame ? 0 : OTHER);
    int best = Math.min(replaced, OTHER + Math.min(cost[i - 1][j], cost[i][j - 1]));
    boolean isSwap =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return isSwap ? Math.min(best, cost[i - 2][j - 2] + SWAP) : best;
  }
}
