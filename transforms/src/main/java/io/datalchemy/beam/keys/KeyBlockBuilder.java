package io.datalchemy.beam.keys;

import io.datalchemy.existing.ExistingColumn;
import io.datalchemy.vector.ColumnVector;
import java.util.List;

/** Makes key blocks of rows that come one after the other. Mutable and reused. */
public final class KeyBlockBuilder {
  /** The rows of each block but the last of a table. */
  public static final int ROWS = KeyRange.BLOCK_ROWS;

  private final String table;
  private final KeyBlockFormat format;
  private final List<ColumnVector> vectors;
  private final List<KeyText> texts;
  private int rows;

  /** A builder of blocks of those columns of a table, which is named for people. */
  public KeyBlockBuilder(String table, List<ExistingColumn> columns) {
    this.table = table;
    format = new KeyBlockFormat(columns);
    vectors = columns.stream().map(column -> new ColumnVector(column.type(), ROWS)).toList();
    texts = columns.stream().map(column -> new KeyText(column.type())).toList();
  }

  /**
   * Sets a column of the row at hand.
   *
   * @param text the value as PostgreSQL prints it, or null for NULL
   * @throws UnsupportedKeyException if no value of ours can be the same
   */
  public void set(int column, String text) {
    if (text == null) {
      vectors.get(column).setNull(rows);
    } else if (!texts.get(column).write(text, vectors.get(column), rows)) {
      throw new UnsupportedKeyException(table + "." + format.columns().get(column).name());
    }
  }

  /** Ends the row at hand; whether the block is full. */
  public boolean endRow() {
    rows++;
    return rows == ROWS;
  }

  /** The rows so far as a block; begins the next one. */
  public byte[] take() {
    byte[] block = format.encode(vectors, rows);
    vectors.forEach(ColumnVector::reset);
    rows = 0;
    return block;
  }

  /** A key's value that no column of ours can hold; the message names the column only. */
  public static final class UnsupportedKeyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private UnsupportedKeyException(String column) {
      super(column);
    }
  }
}
