package io.datalchemy.foreign;

/**
 * Children in order of their parents: each parent's children are neighbouring rows, and parents,
 * children and places can be computed from each other in constant time. Immutable and thread-safe.
 */
public interface GroupedRows {
  /**
   * The first child of a parent, or where it would be if the parent has none; of a parent beyond
   * the last, the number of children.
   */
  long firstChild(long parent);

  /** The parent of a child. */
  long parentOf(long child);

  /** The place of a child among its parent's children, from 0. */
  default long ordinal(long child) {
    return child - firstChild(parentOf(child));
  }
}
