package io.datalchemy.foreign;

import java.util.function.LongUnaryOperator;

/**
 * The rows of a child table that refer to a parent: neighbours, of which some may be without it.
 *
 * @param first the first row that may be a parent's child; those before the next parent's first may
 * @param parents which parent a child has
 */
public record ChildRows(LongUnaryOperator first, ParentRows parents) {

  /** The first row that may be a child of the parent. */
  public long first(long parent) {
    return first.applyAsLong(parent);
  }

  /** The row after the last that may be a child of the parent. */
  public long end(long parent) {
    return first.applyAsLong(parent + 1);
  }

  /** Whether a row between the two is a child of the parent. */
  public boolean isChild(long row, long parent) {
    return parents.parentOf(row) == parent;
  }
}
