package io.datalchemy.foreign;

import io.datalchemy.random.Permutation;
import io.datalchemy.resolve.ParentPick.OrderedPair;

/**
 * Pairs of parents in order, one for each row: the row's place among all pairs, shuffled, is taken
 * apart into the pair.
 *
 * <p>Pairs are counted by their second part: {@code second * (second + 1) / 2} pairs of numbers
 * that may be equal come before those with {@code second}.
 */
final class PairRows implements ParentRows {
  private final long key;
  private final OrderedPair pick;
  private final long pairs;

  /**
   * One side of the pairs.
   *
   * @param key the stream of the constraint, the same for both sides
   */
  PairRows(long key, OrderedPair pick) {
    this.key = key;
    this.pick = pick;
    this.pairs = pick.pairs();
  }

  @Override
  public long parentOf(long row) {
    if (row >= pairs) {
      return ForeignContext.NO_ROW;
    }
    long place = Permutation.apply(key, pairs, row);
    long second = secondOf(place);
    if (!pick.isSecond()) {
      return place - before(second);
    }
    return pick.mayBeEqual() ? second : second + 1;
  }

  private static long secondOf(long place) {
    // A guess in floating point, at most a few off; the exact arithmetic below corrects it.
    long second = (long) ((StrictMath.sqrt(8.0 * place + 1) - 1) / 2);
    while (before(second) > place) {
      second--;
    }
    while (before(second + 1) <= place) {
      second++;
    }
    return second;
  }

  private static long before(long second) {
    return (second & 1) == 0 ? second / 2 * (second + 1) : (second + 1) / 2 * second;
  }
}
