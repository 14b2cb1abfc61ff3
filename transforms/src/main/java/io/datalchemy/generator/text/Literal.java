package io.datalchemy.generator.text;

import io.datalchemy.vector.ColumnVector;
import java.nio.charset.StandardCharsets;

/** A piece that is always the same text. */
public final class Literal implements Piece {
  private final byte[] utf8;
  private final int chars;

  public Literal(String text) {
    utf8 = text.getBytes(StandardCharsets.UTF_8);
    chars = text.codePointCount(0, text.length());
  }

  @Override
  public long size() {
    return 1;
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
    out.put(utf8);
  }
}
