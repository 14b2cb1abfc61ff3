package io.datalchemy.generator.pattern;

import io.datalchemy.generator.text.Utf8;
import io.datalchemy.random.CellRandom;
import io.datalchemy.vector.ColumnVector;
import java.util.List;

/** A regular expression of bounded length. Immutable. */
sealed interface Node {
  /** The characters of the shortest match. */
  int minChars();

  /**
   * Appends a match that those bits draw, of at most {@code budget} characters, which is at least
   * {@link #minChars}.
   *
   * @return the characters appended
   */
  int draw(long bits, int budget, ColumnVector out);

  /** One character of a class. */
  final class CharClass implements Node {
    private final int[] members;

    /** A class of these characters, which ascend. */
    CharClass(int... members) {
      this.members = members;
    }

    int[] members() {
      return members;
    }

    @Override
    public int minChars() {
      return 1;
    }

    @Override
    public int draw(long bits, int budget, ColumnVector out) {
      Utf8.put(members[(int) CellRandom.below(bits, members.length)], out);
      return 1;
    }
  }

  /** One after the other; none at all matches the empty text. */
  record Concat(List<Node> parts, int minChars) implements Node {
    static Concat of(List<Node> parts) {
      return new Concat(List.copyOf(parts), parts.stream().mapToInt(Node::minChars).sum());
    }

    @Override
    public int draw(long bits, int budget, ColumnVector out) {
      int spare = budget - minChars;
      int drawn = 0;
      for (int k = 0; k < parts.size(); k++) {
        Node part = parts.get(k);
        int chars = part.draw(CellRandom.more(bits, k + 1), part.minChars() + spare, out);
        spare -= chars - part.minChars();
        drawn += chars;
      }
      return drawn;
    }
  }

  /** One of several, the shortest first. */
  record Alternate(List<Node> branches) implements Node {
    public Alternate {
      branches =
          branches.stream().sorted(java.util.Comparator.comparingInt(Node::minChars)).toList();
    }

    @Override
    public int minChars() {
      return branches.get(0).minChars();
    }

    @Override
    public int draw(long bits, int budget, ColumnVector out) {
      int fitting = branches.size();
      while (branches.get(fitting - 1).minChars() > budget) {
        fitting--;
      }
      int branch = (int) CellRandom.below(bits, fitting);
      return branches.get(branch).draw(CellRandom.more(bits, 1), budget, out);
    }
  }

  /**
   * The same, again and again.
   *
   * @param max how often at most
   * @param usual how often at most when drawn; fewer than {@code max} where the pattern sets no end
   */
  record Repeat(Node body, int min, int max, int usual) implements Node {
    private static final long MAX_CHARS = 1_000_000;

    public Repeat {
      if ((long) body.minChars() * min > MAX_CHARS) {
        throw new IllegalArgumentException(
            "pattern: its shortest text must have at most " + MAX_CHARS + " characters");
      }
    }

    @Override
    public int minChars() {
      return body.minChars() * min;
    }

    @Override
    public int draw(long bits, int budget, ColumnVector out) {
      int spare = budget - minChars();
      int each = Math.max(1, body.minChars());
      int most = Math.min(usual, min + spare / each);
      int times = min + (int) CellRandom.below(bits, most - min + 1L);
      spare -= (times - min) * body.minChars();
      int drawn = 0;
      for (int k = 1; k <= times; k++) {
        int chars = body.draw(CellRandom.more(bits, k), body.minChars() + spare, out);
        spare -= chars - body.minChars();
        drawn += chars;
      }
      return drawn;
    }
  }
}
