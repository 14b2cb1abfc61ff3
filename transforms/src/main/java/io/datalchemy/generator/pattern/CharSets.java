package io.datalchemy.generator.pattern;

import java.util.BitSet;
import java.util.Map;
import java.util.Optional;

/** The named character classes of regular expressions, over printable ASCII. */
final class CharSets {
  private static final int FIRST = 0x20;
  private static final int LAST = 0x7E;
  private static final Map<String, String> POSIX =
      Map.ofEntries(
          Map.entry("alpha", "azAZ"),
          Map.entry("digit", "09"),
          Map.entry("alnum", "azAZ09"),
          Map.entry("upper", "AZ"),
          Map.entry("lower", "az"),
          Map.entry("space", "  "),
          Map.entry("blank", "  "),
          Map.entry("word", "azAZ09__"),
          Map.entry("xdigit", "09afAF"),
          Map.entry("punct", "!/:@[`{~"),
          Map.entry("graph", "!~"),
          Map.entry("print", " ~"));

  private CharSets() {}

  /** All printable characters of ASCII: what a dot and a negated class choose from. */
  static BitSet printable() {
    BitSet set = new BitSet();
    set.set(FIRST, LAST + 1);
    return set;
  }

  /** What is printable and not in the set. */
  static BitSet without(BitSet set) {
    BitSet rest = printable();
    rest.andNot(set);
    return rest;
  }

  /** The class of an escape such as {@code \d}, if the letter is one of those. */
  static Optional<BitSet> escape(int letter) {
    return switch (letter) {
      case 'd' -> posix("digit");
      case 'D' -> posix("digit").map(CharSets::without);
      case 'w' -> posix("word");
      case 'W' -> posix("word").map(CharSets::without);
      case 's' -> posix("space");
      case 'S' -> posix("space").map(CharSets::without);
      default -> Optional.empty();
    };
  }

  /** The class of a name such as {@code alpha}, if there is one of that name. */
  static Optional<BitSet> posix(String name) {
    return Optional.ofNullable(POSIX.get(name)).map(CharSets::ofRanges);
  }

  private static BitSet ofRanges(String ranges) {
    BitSet set = new BitSet();
    for (int k = 0; k < ranges.length(); k += 2) {
      set.set(ranges.charAt(k), ranges.charAt(k + 1) + 1);
    }
    return set;
  }
}
