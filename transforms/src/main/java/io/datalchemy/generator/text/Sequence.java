package io.datalchemy.generator.text;

import io.datalchemy.random.CellRandom;
import io.datalchemy.vector.ColumnVector;
import java.util.ArrayList;
import java.util.List;

/**
 * Pieces one after the other; every combination is a variant, the first piece counting most.
 *
 * <p>Whoever puts it together sees to it that no two combinations give the same text: a piece ends
 * where a character begins that it cannot hold.
 */
public final class Sequence implements Piece {
  private final Piece[] pieces;
  private final long[] strides;
  private final long size;

  private Sequence(List<Piece> pieces) {
    this.pieces = pieces.toArray(Piece[]::new);
    strides = new long[this.pieces.length];
    long product = 1;
    for (int k = strides.length - 1; k >= 0; k--) {
      strides[k] = product;
      product = saturatingProduct(product, this.pieces[k].size());
    }
    size = product;
  }

  /** A sequence; strings become literals. */
  public static Sequence of(Object... parts) {
    List<Piece> pieces = new ArrayList<>();
    for (Object part : parts) {
      pieces.add(part instanceof Piece piece ? piece : new Literal((String) part));
    }
    return new Sequence(pieces);
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public int minChars() {
    int chars = 0;
    for (Piece piece : pieces) {
      chars += piece.minChars();
    }
    return chars;
  }

  @Override
  public int maxChars() {
    int chars = 0;
    for (Piece piece : pieces) {
      chars += piece.maxChars();
    }
    return chars;
  }

  @Override
  public boolean caseInsensitive() {
    for (Piece piece : pieces) {
      if (!piece.caseInsensitive()) {
        return false;
      }
    }
    return true;
  }

  @Override
  public void put(long index, ColumnVector out) {
    long rest = index;
    for (int k = 0; k < pieces.length; k++) {
      long digit = rest / strides[k];
      pieces[k].put(digit, out);
      rest -= digit * strides[k];
    }
  }

  @Override
  public void draw(long bits, ColumnVector out) {
    for (int k = 0; k < pieces.length; k++) {
      pieces[k].draw(CellRandom.more(bits, k + 1), out);
    }
  }

  /** Shortens the longest piece first, until all fit. */
  @Override
  public Sequence within(int chars) {
    int[] budgets = new int[pieces.length];
    int sum = 0;
    for (int k = 0; k < pieces.length; k++) {
      budgets[k] = pieces[k].maxChars();
      sum += budgets[k];
    }
    for (; sum > chars; sum--) {
      budgets[longestToShorten(budgets)]--;
    }
    List<Piece> shorter = new ArrayList<>();
    for (int k = 0; k < pieces.length; k++) {
      shorter.add(pieces[k].within(budgets[k]));
    }
    return new Sequence(shorter);
  }

  private int longestToShorten(int[] budgets) {
    int longest = -1;
    for (int k = 0; k < budgets.length; k++) {
      boolean canShrink = budgets[k] > pieces[k].minChars();
      if (canShrink && (longest < 0 || budgets[k] > budgets[longest])) {
        longest = k;
      }
    }
    if (longest < 0) {
      throw new IllegalArgumentException("chars: must be at least " + minChars());
    }
    return longest;
  }

  static long saturatingProduct(long a, long b) {
    return Math.multiplyHigh(a, b) != 0 || a * b < 0 ? Long.MAX_VALUE : a * b;
  }
}
