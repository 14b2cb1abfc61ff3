package io.datalchemy.generator.pattern;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The deterministic automaton of an expression: every text has one path, so paths can be counted.
 */
final class Dfa {
  private static final int MAX_STATES = 5_000;

  private final int[] alphabet;
  private final List<int[]> moves;
  private final List<Boolean> accepting;

  private Dfa(int[] alphabet, List<int[]> moves, List<Boolean> accepting) {
    this.alphabet = alphabet;
    this.moves = moves;
    this.accepting = accepting;
  }

  /**
   * The automaton of an expression, by the subset construction.
   *
   * @throws Nfa.TooLargeException if it would have too many states
   */
  static Dfa of(Node node) {
    Nfa nfa = Nfa.of(node);
    int[] alphabet = nfa.alphabet();
    Map<BitSet, Integer> numbers = new LinkedHashMap<>();
    List<BitSet> subsets = new ArrayList<>();
    List<int[]> moves = new ArrayList<>();
    subsets.add(nfa.start());
    numbers.put(nfa.start(), 0);
    for (int s = 0; s < subsets.size(); s++) {
      int[] targets = new int[alphabet.length];
      for (int k = 0; k < alphabet.length; k++) {
        BitSet next = nfa.step(subsets.get(s), alphabet[k]);
        targets[k] = next.isEmpty() ? -1 : number(next, numbers, subsets);
      }
      moves.add(targets);
    }
    return new Dfa(alphabet, moves, subsets.stream().map(nfa::accepts).toList());
  }

  private static int number(BitSet subset, Map<BitSet, Integer> numbers, List<BitSet> subsets) {
    Integer known = numbers.get(subset);
    if (known != null) {
      return known;
    }
    if (subsets.size() == MAX_STATES) {
      throw new Nfa.TooLargeException();
    }
    numbers.put(subset, subsets.size());
    subsets.add(subset);
    return subsets.size() - 1;
  }

  /**
   * The same without any two texts that differ in case only: where both cases of a letter lead to
   * the same state, the lower one stays.
   *
   * @return empty if they lead to different states, so that none can be left out
   */
  Optional<Dfa> withOneCase() {
    List<int[]> kept = new ArrayList<>();
    for (int[] targets : moves) {
      int[] copy = targets.clone();
      for (int k = 0; k < alphabet.length; k++) {
        int lower = java.util.Arrays.binarySearch(alphabet, Character.toLowerCase(alphabet[k]));
        if (lower < 0 || lower == k || targets[k] < 0 || targets[lower] < 0) {
          continue;
        }
        if (targets[k] != targets[lower]) {
          return Optional.empty();
        }
        copy[k] = -1;
      }
      kept.add(copy);
    }
    return Optional.of(new Dfa(alphabet, kept, accepting));
  }

  /** How many states there are; the first is where a text begins. */
  int stateCount() {
    return moves.size();
  }

  /** The character at a place of the alphabet. */
  int character(int place) {
    return alphabet[place];
  }

  /** The states that the characters of the alphabet lead to, -1 where there is none. */
  int[] targets(int state) {
    return moves.get(state);
  }

  /** Whether a text may end in the state. */
  boolean accepts(int state) {
    return accepting.get(state);
  }
}
