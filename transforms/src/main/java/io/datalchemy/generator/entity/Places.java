package io.datalchemy.generator.entity;

import io.datalchemy.generator.Cells;
import io.datalchemy.generator.place.Cities;
import io.datalchemy.generator.place.CityIndex;
import io.datalchemy.generator.text.AsciiFolding;
import io.datalchemy.random.CellRandom;
import io.datalchemy.type.ValueType;
import io.datalchemy.vector.ColumnVector;

/**
 * Which city a row is about: the one that its anchors tell, else one within what they tell.
 *
 * <p>A CEP or a municipality's code says more than a name, a name more than an area code or a
 * state. What contradicts more telling anchors is left aside. Not thread-safe.
 */
final class Places {
  private final Cities cities = Cities.brazil();
  private final Anchors anchors;
  private final ColumnVector folded = new ColumnVector(ValueType.text(), 1);

  Places(Anchors anchors) {
    this.anchors = anchors;
  }

  /** The number of the city of a row. */
  int city(Cells cells, int i, long bits) {
    if (anchors.isEmpty()) {
      return cities.draw(bits, 0, 0);
    }
    int exact = cities.index().cityOfCep(anchors.number(Anchor.CEP, cells, i));
    if (exact == CityIndex.NONE) {
      exact = cities.index().cityOfCode(anchors.number(Anchor.IBGE_CODE, cells, i));
    }
    return exact == CityIndex.NONE ? within(cells, i, bits) : exact;
  }

  private int within(Cells cells, int i, long bits) {
    int state = state(cells, i);
    long told = anchors.number(Anchor.DDD, cells, i);
    int areaCode = cities.hasAreaCode(told) ? (int) told : 0;
    ColumnVector name = anchors.column(Anchor.CITY, cells, i);
    if (name != null) {
      fold(name, i);
      double place = CellRandom.unit(bits);
      int named = cities.index().cityOfName(folded, state, areaCode, place);
      if (named == CityIndex.NONE && areaCode != 0) {
        named = cities.index().cityOfName(folded, state, 0, place);
      }
      if (named != CityIndex.NONE) {
        return named;
      }
    }
    return cities.draw(bits, state, areaCode);
  }

  private int state(Cells cells, int i) {
    ColumnVector letters = anchors.column(Anchor.UF, cells, i);
    int state = CityIndex.NONE;
    if (letters != null && letters.length(i) >= 2) {
      byte[] heap = letters.heap();
      int start = letters.start(i);
      state = cities.index().stateOfLetters(heap[start], heap[start + 1]);
    }
    ColumnVector name = anchors.column(Anchor.STATE, cells, i);
    if (state == CityIndex.NONE && name != null) {
      fold(name, i);
      state = cities.index().stateOfName(folded);
    }
    return Math.max(0, state);
  }

  private void fold(ColumnVector text, int i) {
    folded.reset();
    folded.begin(0);
    AsciiFolding.putDotted(text.heap(), text.start(i), text.length(i), folded);
    folded.end(0);
  }
}
