package io.datalchemy.generator.pattern;

import io.datalchemy.generator.text.Piece;
import io.datalchemy.generator.text.Utf8;
import io.datalchemy.random.CellRandom;
import io.datalchemy.vector.ColumnVector;
import java.util.Arrays;

/**
 * The texts of an automaton within two lengths, numbered: shorter before longer, then by character.
 *
 * <p>Counts stop at {@code Long.MAX_VALUE}. From a state with that many, the text goes on through
 * states with as many, chosen by a mix of the index, until counts are small enough to tell every
 * index: two indexes with the same beginning are then told apart by the rest.
 */
final class CountedTexts implements Piece {
  private static final long MAX_CELLS = 4_000_000;

  private final Dfa dfa;
  private final int minLength;
  private final int maxLength;
  private final long[][] counts;

  private CountedTexts(Dfa dfa, int minLength, int maxLength) {
    this.dfa = dfa;
    this.minLength = minLength;
    this.maxLength = maxLength;
    counts = new long[maxLength + 1][dfa.stateCount()];
    for (int length = maxLength; length >= 0; length--) {
      for (int state = 0; state < dfa.stateCount(); state++) {
        counts[length][state] = count(state, length);
      }
    }
  }

  /**
   * The texts of at least {@code minLength} and at most {@code maxLength} characters.
   *
   * @throws Nfa.TooLargeException if counting them would take too much memory
   */
  static CountedTexts of(Dfa dfa, int minLength, int maxLength) {
    if ((maxLength + 1L) * dfa.stateCount() > MAX_CELLS) {
      throw new Nfa.TooLargeException();
    }
    return new CountedTexts(dfa, minLength, maxLength);
  }

  private long count(int state, int length) {
    long sum = mayEnd(state, length) ? 1 : 0;
    if (length < maxLength) {
      for (int target : dfa.targets(state)) {
        sum = target < 0 ? sum : saturatingSum(sum, counts[length + 1][target]);
      }
    }
    return sum;
  }

  private boolean mayEnd(int state, int length) {
    return length >= minLength && dfa.accepts(state);
  }

  private static long saturatingSum(long a, long b) {
    return a + b < 0 ? Long.MAX_VALUE : a + b;
  }

  /** How many texts there are; 0 if there are none. */
  @Override
  public long size() {
    return counts[0][0];
  }

  @Override
  public int minChars() {
    return minLength;
  }

  @Override
  public int maxChars() {
    return maxLength;
  }

  @Override
  public boolean caseInsensitive() {
    return dfa.withOneCase().filter(other -> same(other, dfa)).isPresent();
  }

  private static boolean same(Dfa a, Dfa b) {
    for (int s = 0; s < a.stateCount(); s++) {
      if (!Arrays.equals(a.targets(s), b.targets(s))) {
        return false;
      }
    }
    return true;
  }

  @Override
  public void put(long index, ColumnVector out) {
    long rest = index;
    int state = 0;
    int length = 0;
    while (true) {
      int move = hugeMove(state, length, index);
      if (move < 0) {
        if (mayEnd(state, length)) {
          if (rest == 0) {
            return;
          }
          rest--;
        }
        move = 0;
        for (long below = below(state, length, move);
            rest >= below;
            below = below(state, length, move)) {
          rest -= below;
          move++;
        }
      }
      Utf8.put(dfa.character(move), out);
      state = dfa.targets(state)[move];
      length++;
    }
  }

  private long below(int state, int length, int move) {
    int target = dfa.targets(state)[move];
    return target < 0 ? 0 : counts[length + 1][target];
  }

  /** A character that leads to as many texts as can be counted, or -1 if there is none. */
  private int hugeMove(int state, int length, long index) {
    if (counts[length][state] < Long.MAX_VALUE) {
      return -1;
    }
    int[] targets = dfa.targets(state);
    int huge = 0;
    for (int k = 0; k < targets.length; k++) {
      huge += below(state, length, k) == Long.MAX_VALUE ? 1 : 0;
    }
    if (huge == 0) {
      return -1;
    }
    long chosen = CellRandom.below(CellRandom.more(CellRandom.mix(index), length), huge);
    int k = -1;
    while (chosen >= 0) {
      k++;
      chosen -= below(state, length, k) == Long.MAX_VALUE ? 1 : 0;
    }
    return k;
  }
}
