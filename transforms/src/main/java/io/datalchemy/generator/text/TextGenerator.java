package io.datalchemy.generator.text;

import io.datalchemy.generator.Cells;
import io.datalchemy.generator.GeneratorRequest;
import io.datalchemy.generator.ValueGenerator;
import io.datalchemy.generator.ValueSpace;
import io.datalchemy.vector.ColumnVector;
import java.util.Optional;

/** Texts made of one piece, drawn at random or by number. */
public final class TextGenerator implements ValueGenerator, ValueSpace {
  private final Piece piece;
  private final boolean hasSpace;

  private TextGenerator(Piece piece, boolean hasSpace) {
    this.piece = piece;
    this.hasSpace = hasSpace;
  }

  /**
   * The variants of a piece that the column can hold.
   *
   * @throws IllegalArgumentException if the column is too short for all of them
   */
  public static TextGenerator fitting(Piece piece, GeneratorRequest request) {
    int room = request.maxChars();
    if (piece.minChars() > room) {
      throw new IllegalArgumentException(
          "type: the shortest value has "
              + piece.minChars()
              + " characters, the column takes "
              + room
              + "; choose another generator or widen the column");
    }
    Piece fitted = piece.maxChars() <= room ? piece : piece.within(room);
    return new TextGenerator(fitted, !request.caseInsensitive() || fitted.caseInsensitive());
  }

  @Override
  public void fill(Cells cells, ColumnVector out) {
    for (int i = 0; i < cells.size(); i++) {
      out.begin(i);
      piece.draw(cells.bits(i), out);
      out.end(i);
    }
  }

  @Override
  public Optional<ValueSpace> space() {
    return hasSpace ? Optional.of(this) : Optional.empty();
  }

  @Override
  public long size() {
    return piece.size();
  }

  @Override
  public boolean caseInsensitive() {
    return piece.caseInsensitive();
  }

  @Override
  public void write(long index, ColumnVector out, int i) {
    out.begin(i);
    piece.put(index, out);
    out.end(i);
  }
}
