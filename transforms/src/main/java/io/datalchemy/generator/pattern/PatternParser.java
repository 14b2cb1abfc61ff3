package io.datalchemy.generator.pattern;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Reads a regular expression: literals, classes, {@code . \d \w \s}, POSIX classes, groups,
 * alternatives, quantifiers and the anchors of the whole. Anything else is refused by name.
 */
final class PatternParser {
  private static final int USUAL_EXTRA = 8;
  private static final int MAX_TIMES = 10_000;

  private final int[] pattern;
  private final int maxRepeat;
  private int at;

  private PatternParser(String pattern, int maxRepeat) {
    this.pattern = pattern.codePoints().toArray();
    this.maxRepeat = maxRepeat;
  }

  /**
   * The expression as a tree.
   *
   * @param maxRepeat how often something is repeated at most where the pattern sets no end
   * @throws IllegalArgumentException if it is wrong or not of the subset
   */
  static Node parse(String pattern, int maxRepeat) {
    PatternParser parser = new PatternParser(pattern, maxRepeat);
    Node node = parser.alternatives();
    if (parser.at < parser.pattern.length) {
      throw parser.refused("unbalanced )");
    }
    return node;
  }

  private Node alternatives() {
    List<Node> branches = new ArrayList<>();
    branches.add(branch());
    while (accept('|')) {
      branches.add(branch());
    }
    return branches.size() == 1 ? branches.get(0) : new Node.Alternate(branches);
  }

  private Node branch() {
    List<Node> parts = new ArrayList<>();
    accept('^');
    while (!isAtEnd() && peek() != '|' && peek() != ')') {
      if (accept('$')) {
        if (!isAtEnd() && peek() != '|' && peek() != ')') {
          throw refused("$ before the end");
        }
        break;
      }
      parts.add(quantified(atom()));
    }
    return parts.size() == 1 ? parts.get(0) : Node.Concat.of(parts);
  }

  private Node atom() {
    int c = next();
    return switch (c) {
      case '(' -> group();
      case '[' -> classOf(new ClassParser(this).bracket());
      case '.' -> classOf(CharSets.printable());
      case '\\' -> classOf(escaped());
      case '*', '+', '?', '{' -> throw refused("quantifier without anything before it");
      case '^' -> throw refused("^ behind the beginning");
      default -> new Node.CharClass(c);
    };
  }

  private Node group() {
    if (accept('?') && !accept(':')) {
      throw refused("(?" + Character.toString(isAtEnd() ? ' ' : peek()) + "…) group");
    }
    Node inner = alternatives();
    if (!accept(')')) {
      throw refused("unbalanced (");
    }
    return inner;
  }

  /** The character or class behind a backslash. */
  BitSet escaped() {
    if (isAtEnd()) {
      throw refused("backslash at the end");
    }
    int c = next();
    return CharSets.escape(c).orElseGet(() -> single(escapedChar(c)));
  }

  private int escapedChar(int c) {
    return switch (c) {
      case 't' -> '\t';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 'x' -> hex(2);
      case 'u' -> hex(4);
      default -> {
        if (Character.isLetterOrDigit(c)) {
          throw refused("\\" + Character.toString(c));
        }
        yield c;
      }
    };
  }

  private int hex(int digits) {
    int value = 0;
    for (int k = 0; k < digits; k++) {
      int digit = isAtEnd() ? -1 : Character.digit(next(), 16);
      if (digit < 0) {
        throw refused("escape without " + digits + " hexadecimal digits");
      }
      value = value * 16 + digit;
    }
    return value;
  }

  private Node quantified(Node body) {
    Node result = body;
    while (!isAtEnd()) {
      if (accept('?')) {
        result = new Node.Repeat(result, 0, 1, 1);
      } else if (accept('*')) {
        result = open(result, 0);
      } else if (accept('+')) {
        result = open(result, 1);
      } else if (peek() == '{' && isTimes()) {
        at++;
        result = times(result);
      } else {
        break;
      }
      accept('?');
    }
    return result;
  }

  private boolean isTimes() {
    return at + 1 < pattern.length && Character.isDigit(pattern[at + 1]);
  }

  private Node times(Node body) {
    int min = number();
    if (accept('}')) {
      return new Node.Repeat(body, min, min, min);
    }
    if (!accept(',')) {
      throw refused("unbalanced {");
    }
    if (accept('}')) {
      return open(body, min);
    }
    int max = number();
    if (!accept('}')) {
      throw refused("unbalanced {");
    }
    if (max < min) {
      throw refused("{" + min + "," + max + "}");
    }
    return new Node.Repeat(body, min, max, max);
  }

  private Node open(Node body, int min) {
    int max = Math.max(min, maxRepeat);
    return new Node.Repeat(body, min, max, Math.min(max, min + USUAL_EXTRA));
  }

  private int number() {
    int value = 0;
    int from = at;
    while (!isAtEnd() && peek() >= '0' && peek() <= '9') {
      value = value * 10 + next() - '0';
      if (value > MAX_TIMES) {
        throw refused("more than " + MAX_TIMES + " times");
      }
    }
    if (at == from) {
      throw refused("{…} without a number");
    }
    return value;
  }

  private Node classOf(BitSet set) {
    if (set.isEmpty()) {
      throw refused("class without a printable character");
    }
    return new Node.CharClass(set.stream().toArray());
  }

  static BitSet single(int c) {
    BitSet set = new BitSet();
    set.set(c);
    return set;
  }

  boolean isAtEnd() {
    return at >= pattern.length;
  }

  int peek() {
    return pattern[at];
  }

  int next() {
    return pattern[at++];
  }

  boolean accept(int c) {
    if (isAtEnd() || peek() != c) {
      return false;
    }
    at++;
    return true;
  }

  /** The error: what is not of the subset, and where. */
  IllegalArgumentException refused(String what) {
    return new IllegalArgumentException(
        "pattern: "
            + what
            + " is not supported, at character "
            + at
            + " of '"
            + new String(pattern, 0, pattern.length)
            + "'");
  }
}
