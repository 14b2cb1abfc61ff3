package io.datalchemy.foreign;

/** How far rows of a table that refers to itself are from their roots. */
final class TreeDepth {
  private TreeDepth() {}

  /**
   * The tree with its deeper rows hung up higher: a row more than {@code most} steps below its root
   * gets the ancestor that is {@code most - 1} steps below. Costs a walk to the root, which in a
   * tree of random earlier parents is as long as the logarithm of the rows.
   */
  static ParentRows bounded(ParentRows tree, long most) {
    if (most == 0) {
      return row -> ForeignContext.NO_ROW;
    }
    return row -> {
      long above = depth(tree, row) - most;
      long parent = tree.parentOf(row);
      for (long step = 0; step < above; step++) {
        parent = tree.parentOf(parent);
      }
      return parent;
    };
  }

  private static long depth(ParentRows tree, long row) {
    long depth = 0;
    for (long at = tree.parentOf(row); at != ForeignContext.NO_ROW; at = tree.parentOf(at)) {
      depth++;
    }
    return depth;
  }
}
