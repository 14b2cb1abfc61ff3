package io.datalchemy.generator.distribution;

/** Which value of an ordered range a draw takes, by its place. A pure function, thread-safe. */
@FunctionalInterface
public interface Distribution {
  /** The place of the value that those bits draw, from 0 to the range's count - 1. */
  long index(long bits);
}
