package io.datalchemy.resolution.key.design;

import io.datalchemy.resolve.RowDigits;
import io.datalchemy.resolve.RowDigits.Digit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One number for each row, and what it says of each coordinate: every set of coordinates that the
 * design was made for gives the number back, so that no two rows have the same.
 *
 * @param capacity how many rows there can be
 * @param layered whether values may be shuffled by the digits below theirs
 * @param slots the digits of each coordinate in use, by place; several mean their sum
 */
public record Design(
    long capacity, List<Long> moduli, boolean layered, Map<Coordinate, List<Integer>> slots) {
  public Design {
    moduli = List.copyOf(moduli);
    slots = Collections.unmodifiableMap(new LinkedHashMap<>(slots));
  }

  /**
   * The digits of each coordinate in use.
   *
   * @param constraint the name under which the number is shuffled
   * @param within the foreign key whose parent's children are numbered, if not all rows are
   */
  public Map<Coordinate, RowDigits> digits(String constraint, Optional<String> within) {
    Map<Coordinate, RowDigits> found = new LinkedHashMap<>();
    slots.forEach(
        (coordinate, places) -> {
          List<Digit> digits = new ArrayList<>();
          places.forEach(place -> digits.add(digit(place)));
          found.put(coordinate, new RowDigits(constraint, within, capacity, digits, layered));
        });
    return found;
  }

  private Digit digit(int place) {
    long divisor = 1;
    for (int lower = 0; lower < place; lower++) {
      divisor *= moduli.get(lower);
    }
    return new Digit(divisor, moduli.get(place));
  }
}
