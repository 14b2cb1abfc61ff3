package io.datalchemy.random;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/**
 * Places from 0, each drawn as often as its weight says, in constant time. Immutable.
 *
 * <p>Vose, "A Linear Algorithm for Generating Random Numbers with a Given Distribution", IEEE
 * Transactions on Software Engineering 17(9), 1991. One word of bits gives both the column, its
 * high bits, and the place within the column, what is left of them.
 */
public final class AliasTable {
  private final long[] thresholds;
  private final int[] aliases;

  private AliasTable(int size) {
    thresholds = new long[size];
    aliases = new int[size];
    Arrays.setAll(aliases, place -> place);
    Arrays.fill(thresholds, Long.MAX_VALUE);
  }

  /**
   * A table of these weights.
   *
   * @throws IllegalArgumentException if one is negative or not finite, or all are 0
   */
  public static AliasTable of(double... weights) {
    double total = 0;
    for (double weight : weights) {
      if (!(weight >= 0) || Double.isInfinite(weight)) {
        throw new IllegalArgumentException("weights: must not be negative, was " + weight);
      }
      total += weight;
    }
    if (total == 0) {
      throw new IllegalArgumentException("weights: must not all be 0");
    }
    AliasTable table = new AliasTable(weights.length);
    double scale = weights.length / total;
    table.pair(Arrays.stream(weights).map(weight -> weight * scale).toArray());
    return table;
  }

  /** Fills every column that has less than its share from one that has more. */
  private void pair(double[] shares) {
    Deque<Integer> small = new ArrayDeque<>();
    Deque<Integer> large = new ArrayDeque<>();
    for (int place = 0; place < shares.length; place++) {
      (shares[place] < 1 ? small : large).add(place);
    }
    while (!small.isEmpty() && !large.isEmpty()) {
      int less = small.remove();
      int more = large.remove();
      thresholds[less] = (long) (shares[less] * 0x1.0p63);
      aliases[less] = more;
      shares[more] -= 1 - shares[less];
      (shares[more] < 1 ? small : large).add(more);
    }
  }

  /** How many places there are. */
  public int size() {
    return thresholds.length;
  }

  /** The place that those bits draw. */
  public int draw(long bits) {
    int column = (int) CellRandom.below(bits, thresholds.length);
    return (bits * thresholds.length) >>> 1 < thresholds[column] ? column : aliases[column];
  }
}
