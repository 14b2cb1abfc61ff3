package io.datalchemy.resolution.key.design;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Looks for the design of most rows that holds several overlapping unique keys at once.
 *
 * <p>Each coordinate is given a digit of the row's number (or none), in such a way that every key
 * has a coordinate for each digit: a key's values then give the digits back, lowest first. A digit
 * has as many values as the smallest coordinate that stands for it. Where keys overlap in a circle
 * ({@code (a,b)}, {@code (b,c)}, {@code (a,c)}) that loses a digit, and a coordinate may stand for
 * the sum of two digits instead, as in a Latin square.
 */
public final class DesignSearch {
  private static final int MAX_COORDINATES = 8;
  private static final int MAX_COORDINATES_OF_SUMS = 6;
  private static final int MAX_DIGITS = 4;
  private static final int MAX_DIGITS_OF_SUMS = 3;
  private static final long MAX_TOTAL = 1L << 62;

  private final List<Set<Coordinate>> keys;
  private final List<Coordinate> coordinates;
  private final int digits;
  private final boolean withSums;
  private final Map<Coordinate, List<Integer>> chosen = new LinkedHashMap<>();
  private Optional<Design> best = Optional.empty();

  private DesignSearch(List<Set<Coordinate>> keys, int digits, boolean withSums) {
    this.keys = keys;
    this.digits = digits;
    this.withSums = withSums;
    Set<Coordinate> all = new LinkedHashSet<>();
    keys.forEach(all::addAll);
    this.coordinates = List.copyOf(all);
  }

  /**
   * The design of most rows for keys over these coordinates; empty if a key has none, or there are
   * too many to search.
   */
  public static Optional<Design> search(List<Set<Coordinate>> keys) {
    Set<Coordinate> all = new LinkedHashSet<>();
    keys.forEach(all::addAll);
    int fewest = keys.stream().mapToInt(Set::size).min().orElse(0);
    if (fewest == 0 || all.size() > MAX_COORDINATES) {
      return Optional.empty();
    }
    Optional<Design> found = Optional.empty();
    for (int digits = 1; digits <= Math.min(fewest, MAX_DIGITS); digits++) {
      found = larger(found, new DesignSearch(keys, digits, false).search());
      boolean maySum = digits > 1 && digits <= MAX_DIGITS_OF_SUMS;
      if (maySum && all.size() <= MAX_COORDINATES_OF_SUMS) {
        found = larger(found, new DesignSearch(keys, digits, true).search());
      }
    }
    return found;
  }

  /** As many rows as a key allows by itself, the others left aside. */
  public static long bound(List<Set<Coordinate>> keys) {
    long least = Long.MAX_VALUE;
    for (Set<Coordinate> key : keys) {
      long product = 1;
      for (Coordinate coordinate : key) {
        product = saturated(product, coordinate.size());
      }
      least = Math.min(least, product);
    }
    return least;
  }

  static Optional<Design> larger(Optional<Design> one, Optional<Design> other) {
    boolean isOther =
        other.isPresent() && (one.isEmpty() || other.get().capacity() > one.get().capacity());
    return isOther ? other : one;
  }

  private Optional<Design> search() {
    assign(0);
    return best;
  }

  private void assign(int next) {
    if (next == coordinates.size()) {
      judge();
      return;
    }
    Coordinate coordinate = coordinates.get(next);
    for (List<Integer> places : choices()) {
      chosen.put(coordinate, places);
      assign(next + 1);
    }
    chosen.remove(coordinate);
  }

  private List<List<Integer>> choices() {
    List<List<Integer>> choices = new ArrayList<>();
    for (int place = 0; place < digits; place++) {
      choices.add(List.of(place));
    }
    for (int one = 0; withSums && one < digits; one++) {
      for (int other = one + 1; other < digits; other++) {
        choices.add(List.of(one, other));
      }
    }
    choices.add(List.of());
    return choices;
  }

  private void judge() {
    List<Long> moduli = new ArrayList<>(Collections.nCopies(digits, Long.MAX_VALUE));
    chosen.forEach(
        (coordinate, places) ->
            places.forEach(
                place -> moduli.set(place, Math.min(moduli.get(place), coordinate.size()))));
    long total = 1;
    for (int place = 0; place < digits; place++) {
      moduli.set(place, Math.min(moduli.get(place), MAX_TOTAL / total));
      total *= moduli.get(place);
    }
    boolean isBetter = best.isEmpty() || total > best.get().capacity();
    if (isBetter && keys.stream().allMatch(this::givesAllDigits)) {
      Map<Coordinate, List<Integer>> used = new LinkedHashMap<>(chosen);
      used.values().removeIf(List::isEmpty);
      boolean isLayered = used.values().stream().allMatch(places -> places.size() == 1);
      best = Optional.of(new Design(total, moduli, isLayered, used));
    }
  }

  /** Whether the digits can be read off the coordinates of a key, one after the other. */
  private boolean givesAllDigits(Set<Coordinate> key) {
    Set<Integer> known = new LinkedHashSet<>();
    boolean grew = true;
    while (grew) {
      grew = false;
      for (Coordinate coordinate : key) {
        List<Integer> unknown =
            chosen.get(coordinate).stream().filter(place -> !known.contains(place)).toList();
        grew |= unknown.size() == 1 && known.add(unknown.get(0));
      }
    }
    return known.size() == digits;
  }

  private static long saturated(long a, long b) {
    return b > Long.MAX_VALUE / a ? Long.MAX_VALUE : a * b;
  }
}
