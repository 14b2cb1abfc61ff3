package io.datalchemy.generator.pattern;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Thompson's automaton of an expression: states with at most one class and some free moves. */
final class Nfa {
  private static final int MAX_STATES = 20_000;

  private final List<int[]> classes = new ArrayList<>();
  private final List<Integer> targets = new ArrayList<>();
  private final List<List<Integer>> moves = new ArrayList<>();
  private final int start;
  private final int end;

  private Nfa(Node node) {
    start = state();
    end = append(node, start);
  }

  /**
   * The automaton of an expression.
   *
   * @throws TooLargeException if it would have too many states
   */
  static Nfa of(Node node) {
    return new Nfa(node);
  }

  /** The states in which nothing has been read. */
  BitSet start() {
    BitSet states = new BitSet();
    close(start, states);
    return states;
  }

  /** Whether the text may end in those states. */
  boolean accepts(BitSet states) {
    return states.get(end);
  }

  /** The states that a character leads to. */
  BitSet step(BitSet from, int c) {
    BitSet to = new BitSet();
    for (int s = from.nextSetBit(0); s >= 0; s = from.nextSetBit(s + 1)) {
      if (java.util.Arrays.binarySearch(classes.get(s), c) >= 0) {
        close(targets.get(s), to);
      }
    }
    return to;
  }

  /** Every character that occurs in a class, ascending. */
  int[] alphabet() {
    BitSet all = new BitSet();
    classes.forEach(members -> java.util.Arrays.stream(members).forEach(all::set));
    return all.stream().toArray();
  }

  private void close(int state, BitSet into) {
    List<Integer> pending = new ArrayList<>(List.of(state));
    while (!pending.isEmpty()) {
      int s = pending.remove(pending.size() - 1);
      if (!into.get(s)) {
        into.set(s);
        pending.addAll(moves.get(s));
      }
    }
  }

  private int append(Node node, int from) {
    if (node instanceof Node.CharClass single) {
      int to = state();
      classes.set(from, single.members());
      targets.set(from, to);
      return to;
    }
    if (node instanceof Node.Concat concat) {
      int at = from;
      for (Node part : concat.parts()) {
        at = append(part, freeMove(at));
      }
      return at;
    }
    if (node instanceof Node.Alternate alternate) {
      int to = state();
      for (Node branch : alternate.branches()) {
        moves.get(append(branch, freeMove(from))).add(to);
      }
      return to;
    }
    return append((Node.Repeat) node, from);
  }

  private int append(Node.Repeat repeat, int from) {
    int at = from;
    for (int k = 0; k < repeat.min(); k++) {
      at = append(repeat.body(), freeMove(at));
    }
    int to = state();
    moves.get(at).add(to);
    for (int k = repeat.min(); k < repeat.max(); k++) {
      at = append(repeat.body(), freeMove(at));
      moves.get(at).add(to);
    }
    return to;
  }

  private int freeMove(int from) {
    int to = state();
    moves.get(from).add(to);
    return to;
  }

  private int state() {
    if (classes.size() == MAX_STATES) {
      throw new TooLargeException();
    }
    classes.add(new int[0]);
    targets.add(-1);
    moves.add(new ArrayList<>());
    return classes.size() - 1;
  }

  /** An expression that cannot be numbered: it has too many states. */
  static final class TooLargeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooLargeException() {
      super("the pattern has too many states to number its texts");
    }
  }
}
