package io.datalchemy.generator.brazil;

import io.datalchemy.generator.text.Piece;
import io.datalchemy.vector.ColumnVector;

/** A document of a fixed number of characters, one for each number. */
public final class NumberedDocument implements Piece {
  private final long size;
  private final int chars;
  private final Writer writer;

  /** Documents of so many characters, one for each number below {@code size}. */
  public NumberedDocument(long size, int chars, Writer writer) {
    this.size = size;
    this.chars = chars;
    this.writer = writer;
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public int minChars() {
    return chars;
  }

  @Override
  public int maxChars() {
    return chars;
  }

  @Override
  public boolean caseInsensitive() {
    return true;
  }

  @Override
  public void put(long index, ColumnVector out) {
    writer.put(index, out);
  }

  /** How the document of a number is written. */
  @FunctionalInterface
  public interface Writer {
    /** Appends it. */
    void put(long index, ColumnVector out);
  }
}
