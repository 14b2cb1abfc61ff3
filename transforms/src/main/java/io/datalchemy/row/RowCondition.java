package io.datalchemy.row;

/** A condition on a filled row, under SQL's three-valued logic. */
interface RowCondition {
  /** Whether the condition is true or unknown for the block's {@code i}-th row. */
  boolean passes(RowBlock block, int i);
}
