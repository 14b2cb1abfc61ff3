package io.datalchemy.generator.text;

import io.datalchemy.random.CellRandom;
import io.datalchemy.vector.ColumnVector;

/**
 * A part of a text with its variants numbered from 0, no variant twice. Immutable and thread-safe.
 */
public interface Piece {
  /** How many variants there are; {@code Long.MAX_VALUE} if that many or more. At least 1. */
  long size();

  /** The characters of the shortest variant. */
  int minChars();

  /** The characters of the longest variant. */
  int maxChars();

  /** Whether variants stay different when their case is folded. */
  boolean caseInsensitive();

  /** Appends the variant of an index to the text that was begun. */
  void put(long index, ColumnVector out);

  /** Appends the variant that those bits draw; all alike, unless some are more usual. */
  default void draw(long bits, ColumnVector out) {
    put(CellRandom.below(bits, size()), out);
  }

  /** The variants of at most so many characters, {@link #minChars} or more. */
  default Piece within(int chars) {
    if (chars < maxChars()) {
      throw new IllegalArgumentException(
          "chars: must be at least " + maxChars() + ", was " + chars);
    }
    return this;
  }
}
