package io.datalchemy.vector;

/**
 * The rows that a block computes: any row numbers in any order, each at some draw. Mutable and
 * reused; not thread-safe.
 */
public final class RowSet {
  private final long[] rows;
  private final int[] draws;
  private int size;

  /** An empty set with room for so many rows. */
  public RowSet(int capacity) {
    rows = new long[capacity];
    draws = new int[capacity];
  }

  /** Becomes the rows from {@code firstRow} on, each at draw 0. */
  public RowSet setRange(long firstRow, int count) {
    for (int i = 0; i < count; i++) {
      rows[i] = firstRow + i;
      draws[i] = 0;
    }
    size = count;
    return this;
  }

  /** Becomes empty. */
  public void clear() {
    size = 0;
  }

  /** Adds a row at a draw. */
  public void add(long row, int draw) {
    rows[size] = row;
    draws[size] = draw;
    size++;
  }

  /** Puts another row at the {@code i}-th place. */
  public void replace(int i, long row) {
    rows[i] = row;
  }

  /** How many rows there are. */
  public int size() {
    return size;
  }

  /** How many rows there is room for. */
  public int capacity() {
    return rows.length;
  }

  /** The number of the {@code i}-th row. */
  public long row(int i) {
    return rows[i];
  }

  /** The draw of the {@code i}-th row. */
  public int draw(int i) {
    return draws[i];
  }
}
