package io.datalchemy.resolution.key.design;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.datalchemy.resolve.RowDigits;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DesignSearchTest {
  private static final Coordinate A = new Coordinate("a", true, 10);
  private static final Coordinate B = new Coordinate("b", true, 8);
  private static final Coordinate C = new Coordinate("c", true, 6);
  private static final Coordinate X = new Coordinate("x", false, 5);

  @Test
  void oneKeyAllowsTheProductOfItsCoordinates() {
    assertEquals(Optional.of(480L), capacity(key(A, B, C)));
  }

  @Test
  void keysThatShareOneCoordinateAllowTheSmallerOther() {
    assertEquals(Optional.of(40L), capacity(key(A, B), key(B, X)));
  }

  @Test
  void keysInACircleTakeASumOfDigits() {
    assertEquals(Optional.of(48L), capacity(key(A, B), key(B, C), key(A, C)));
  }

  @Test
  void aKeyOfOneCoordinateBoundsAllThatShareIt() {
    assertEquals(Optional.of(5L), capacity(key(X), key(A, X)));
  }

  @Test
  void aKeyOfNoCoordinatesHasNoDesign() {
    assertEquals(Optional.empty(), capacity(key(A), key()));
  }

  @Test
  void everyKeyOfADesignTellsAllNumbersApart() {
    List<Set<Coordinate>> keys = List.of(key(A, B), key(B, C), key(A, C));
    Design design = DesignSearch.search(keys).orElseThrow();
    for (Set<Coordinate> key : keys) {
      Set<List<Long>> seen = new LinkedHashSet<>();
      for (long number = 0; number < design.capacity(); number++) {
        seen.add(values(design, key, number));
      }
      assertEquals(design.capacity(), seen.size(), key::toString);
    }
  }

  /** The coordinates of a number, sums taken modulo their size. */
  private static List<Long> values(Design design, Set<Coordinate> key, long number) {
    Map<Coordinate, RowDigits> digits = design.digits("k", Optional.empty());
    return key.stream()
        .filter(digits::containsKey)
        .map(c -> sum(digits.get(c), number) % c.size())
        .toList();
  }

  private static long sum(RowDigits digits, long number) {
    return digits.digits().stream()
        .mapToLong(digit -> number / digit.divisor() % digit.modulus())
        .sum();
  }

  @SafeVarargs
  @SuppressWarnings("varargs") // the list only reads the array
  private static Optional<Long> capacity(Set<Coordinate>... keys) {
    return DesignSearch.search(Arrays.asList(keys)).map(Design::capacity);
  }

  private static Set<Coordinate> key(Coordinate... coordinates) {
    return new LinkedHashSet<>(Arrays.asList(coordinates));
  }
}
