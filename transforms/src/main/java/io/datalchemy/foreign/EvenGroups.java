package io.datalchemy.foreign;

import io.datalchemy.random.CellRandom;

/**
 * Children in order of their parents: each parent's children are neighbouring rows, and parents,
 * children and places can be computed from each other in constant time, without memory.
 *
 * <p>With n children and p parents, parent k begins at {@code k * n / p} plus a jitter below half
 * the average, so that the numbers of children vary and none is below one. With fewer children than
 * parents, the first n parents have one child each.
 */
final class EvenGroups implements GroupedRows {
  private final long children;
  private final long parents;
  private final long key;
  private final long quotient;
  private final long remainder;
  private final long jitter;

  /**
   * So many children under so many parents.
   *
   * @param maxChildren no parent gets more; at least {@code ceil(children / parents)}
   */
  EvenGroups(long key, long children, long parents, long maxChildren) {
    this.key = key;
    this.children = children;
    this.parents = Math.max(1, Math.min(parents, children));
    this.quotient = children / this.parents;
    this.remainder = children % this.parents;
    long widest = quotient + (remainder == 0 ? 0 : 1);
    long room = Math.max(0, (maxChildren - widest) / 2);
    this.jitter = Math.min(room, Math.max(0, (quotient - 1) / 2));
  }

  /** How many parents have children: the first so many. */
  long parentCount() {
    return parents;
  }

  @Override
  public long firstChild(long parent) {
    if (parent <= 0) {
      return 0;
    }
    if (parent >= parents) {
      return children;
    }
    long even = parent * quotient + parent * remainder / parents;
    if (jitter == 0) {
      return even;
    }
    return even - jitter + CellRandom.below(CellRandom.bits(key, parent), 2 * jitter + 1);
  }

  @Override
  public long parentOf(long child) {
    // A guess in floating point, at most a few off; the exact arithmetic below corrects it.
    long parent = Math.min(parents - 1, (long) ((double) child / children * parents));
    while (firstChild(parent) > child) {
      parent--;
    }
    while (firstChild(parent + 1) <= child) {
      parent++;
    }
    return parent;
  }
}
