package io.datalchemy.generator.text;

import io.datalchemy.random.CellRandom;
import io.datalchemy.vector.ColumnVector;
import java.util.ArrayList;
import java.util.List;

/**
 * One of several pieces, drawn in even shares and numbered one after the other.
 *
 * <p>Whoever puts it together sees to it that no two pieces have a text in common.
 */
public final class Variants implements Piece {
  private final List<Piece> pieces;
  private final long size;

  private Variants(List<Piece> pieces) {
    this.pieces = List.copyOf(pieces);
    long sum = 0;
    for (Piece piece : pieces) {
      sum = sum + piece.size() < 0 ? Long.MAX_VALUE : sum + piece.size();
    }
    size = sum;
  }

  /** One of these. */
  public static Variants of(Piece... pieces) {
    return new Variants(List.of(pieces));
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public int minChars() {
    return pieces.stream().mapToInt(Piece::minChars).min().orElse(0);
  }

  @Override
  public int maxChars() {
    return pieces.stream().mapToInt(Piece::maxChars).max().orElse(0);
  }

  @Override
  public boolean caseInsensitive() {
    return pieces.stream().allMatch(Piece::caseInsensitive);
  }

  @Override
  public void put(long index, ColumnVector out) {
    long rest = index;
    int place = 0;
    while (rest >= pieces.get(place).size()) {
      rest -= pieces.get(place).size();
      place++;
    }
    pieces.get(place).put(rest, out);
  }

  @Override
  public void draw(long bits, ColumnVector out) {
    int place = (int) CellRandom.below(bits, pieces.size());
    pieces.get(place).draw(CellRandom.more(bits, 1), out);
  }

  /** Leaves out the pieces of which nothing fits. */
  @Override
  public Variants within(int chars) {
    List<Piece> fitting = new ArrayList<>();
    for (Piece piece : pieces) {
      if (piece.minChars() <= chars) {
        fitting.add(piece.maxChars() <= chars ? piece : piece.within(chars));
      }
    }
    return new Variants(fitting);
  }
}
