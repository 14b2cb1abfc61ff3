package io.datalchemy.generator.brazil;

import io.datalchemy.generator.brazil.Places.Place;
import io.datalchemy.generator.text.Piece;
import io.datalchemy.random.CellRandom;
import io.datalchemy.vector.ColumnVector;
import java.util.List;

/** CEPs within the ranges of some cities: each city as likely as the other. */
final class Cep implements Piece {
  private static final int SUFFIXES = 1000;
  private static final int FORMATTED_CHARS = 9;

  private final int[] firsts;
  private final long[] offsets;
  private final boolean formatted;

  Cep(List<Place> places, boolean formatted) {
    this.formatted = formatted;
    firsts = places.stream().mapToInt(Place::firstCep).toArray();
    offsets = new long[firsts.length + 1];
    for (int k = 0; k < firsts.length; k++) {
      int prefixes = places.get(k).lastCep() - places.get(k).firstCep() + 1;
      offsets[k + 1] = offsets[k] + (long) prefixes * SUFFIXES;
    }
  }

  @Override
  public long size() {
    return offsets[firsts.length];
  }

  @Override
  public int minChars() {
    return formatted ? FORMATTED_CHARS : FORMATTED_CHARS - 1;
  }

  @Override
  public int maxChars() {
    return minChars();
  }

  @Override
  public boolean caseInsensitive() {
    return true;
  }

  @Override
  public void put(long index, ColumnVector out) {
    int place = 0;
    while (index >= offsets[place + 1]) {
      place++;
    }
    put(place, index - offsets[place], out);
  }

  @Override
  public void draw(long bits, ColumnVector out) {
    int place = (int) CellRandom.below(bits, firsts.length);
    put(
        place,
        CellRandom.below(CellRandom.more(bits, 1), offsets[place + 1] - offsets[place]),
        out);
  }

  private void put(int place, long within, ColumnVector out) {
    long cep = (long) firsts[place] * SUFFIXES + within;
    out.putDigits(cep / SUFFIXES, 5);
    Documents.separator('-', formatted, out);
    out.putDigits(cep % SUFFIXES, 3);
  }
}
