package io.datalchemy.generator.text;

import io.datalchemy.random.CellRandom;
import io.datalchemy.type.ValueType;
import io.datalchemy.vector.ColumnVector;
import java.util.ArrayList;
import java.util.List;

/** Variants of a piece as strings. */
public final class PieceTexts {
  private PieceTexts() {}

  /** So many that are drawn. */
  public static List<String> drawn(Piece piece, int count) {
    ColumnVector out = new ColumnVector(ValueType.text(), count);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      out.begin(i);
      piece.draw(CellRandom.bits(3, i), out);
      out.end(i);
      texts.add(out.textAt(i));
    }
    return texts;
  }

  /** So many by number, spread over all. */
  public static List<String> numbered(Piece piece, int count) {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      texts.add(numbered(piece, piece.size() / count * i));
    }
    return texts;
  }

  /** The one of an index. */
  public static String numbered(Piece piece, long index) {
    ColumnVector out = new ColumnVector(ValueType.text(), 1);
    out.begin(0);
    piece.put(index, out);
    out.end(0);
    return out.textAt(0);
  }
}
