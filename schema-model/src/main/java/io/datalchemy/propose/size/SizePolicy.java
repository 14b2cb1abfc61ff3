package io.datalchemy.propose.size;

/** What the sizes of the tables of a proposed plan follow from. */
public enum SizePolicy {
  /** From the foreign keys: look-up tables are small, and a parent is smaller than its children. */
  SHAPE,
  /** Every table gets as many rows as asked for. */
  SAME,
  /** From the database's own estimates; tables without one get their size by shape. */
  DATABASE
}
