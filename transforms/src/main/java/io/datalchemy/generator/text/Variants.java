package io.datalchemy.generator.text;

import io.datalchemy.random.AliasTable;
import io.datalchemy.random.CellRandom;
import io.datalchemy.vector.ColumnVector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One of several pieces, drawn in even shares or by weight and numbered one after the other.
 *
 * <p>Whoever puts it together sees to it that no two pieces have a text in common.
 */
public final class Variants implements Piece {
  private final List<Piece> pieces;
  private final double[] weights;
  private final AliasTable shares;
  private final long size;

  private Variants(List<Piece> pieces, double[] weights) {
    this.pieces = List.copyOf(pieces);
    this.weights = weights;
    shares = AliasTable.of(weights);
    long sum = 0;
    for (Piece piece : pieces) {
      sum = sum + piece.size() < 0 ? Long.MAX_VALUE : sum + piece.size();
    }
    size = sum;
  }

  /** One of these. */
  public static Variants of(Piece... pieces) {
    double[] even = new double[pieces.length];
    Arrays.fill(even, 1);
    return new Variants(List.of(pieces), even);
  }

  /** One of these, each drawn as often as its weight says. */
  public static Variants weighted(double[] weights, Piece... pieces) {
    if (weights.length != pieces.length) {
      throw new IllegalArgumentException(
          "weights: must be as many as the pieces, " + pieces.length + ", were " + weights.length);
    }
    return new Variants(List.of(pieces), weights.clone());
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
    pieces.get(shares.draw(bits)).draw(CellRandom.more(bits, 1), out);
  }

  /** Leaves out the pieces of which nothing fits. */
  @Override
  public Variants within(int chars) {
    List<Piece> fitting = new ArrayList<>();
    List<Double> kept = new ArrayList<>();
    for (int place = 0; place < weights.length; place++) {
      Piece piece = pieces.get(place);
      if (piece.minChars() <= chars) {
        fitting.add(piece.maxChars() <= chars ? piece : piece.within(chars));
        kept.add(weights[place]);
      }
    }
    return new Variants(fitting, kept.stream().mapToDouble(Double::doubleValue).toArray());
  }
}
