package io.datalchemy.generator.pattern;

import java.util.BitSet;

/** Reads what stands between brackets; the opening one has been read. */
final class ClassParser {
  private final PatternParser source;

  ClassParser(PatternParser source) {
    this.source = source;
  }

  /** The characters of the class. */
  BitSet bracket() {
    boolean isNegated = source.accept('^');
    BitSet set = new BitSet();
    boolean isFirst = true;
    while (isFirst || !source.accept(']')) {
      if (source.isAtEnd()) {
        throw source.refused("unbalanced [");
      }
      addMember(set);
      isFirst = false;
    }
    return isNegated ? CharSets.without(set) : set;
  }

  private void addMember(BitSet set) {
    BitSet from = member();
    boolean isRange = from.cardinality() == 1 && source.accept('-');
    if (!isRange) {
      set.or(from);
      return;
    }
    if (source.isAtEnd() || source.peek() == ']') {
      set.or(from);
      set.set('-');
      return;
    }
    BitSet to = member();
    int low = from.nextSetBit(0);
    int high = to.nextSetBit(0);
    if (to.cardinality() != 1 || high < low) {
      throw source.refused("range that does not ascend");
    }
    set.set(low, high + 1);
  }

  private BitSet member() {
    int c = source.next();
    if (c == '\\') {
      return source.escaped();
    }
    if (c == '[' && source.accept(':')) {
      return named();
    }
    return PatternParser.single(c);
  }

  private BitSet named() {
    StringBuilder name = new StringBuilder();
    while (!source.isAtEnd() && source.peek() != ':') {
      name.appendCodePoint(source.next());
    }
    if (!source.accept(':') || !source.accept(']')) {
      throw source.refused("unbalanced [:");
    }
    return CharSets.posix(name.toString()).orElseThrow(() -> source.refused("[:" + name + ":]"));
  }
}
