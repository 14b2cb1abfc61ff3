package io.datalchemy.random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class AliasTableTest {
  private static final int DRAWS = 1_000_000;

  @Test
  void drawsEachPlaceAsOftenAsItsWeightSays() {
    double[] weights = {1, 0, 3, 0.5, 90, 5.5};
    int[] counts = counts(AliasTable.of(weights));
    for (int place = 0; place < weights.length; place++) {
      assertEquals(weights[place] / 100, (double) counts[place] / DRAWS, 0.001, "place " + place);
    }
    assertEquals(0, counts[1]);
  }

  @Test
  void drawsEvenWeightsAsEvenNumbers() {
    AliasTable table = AliasTable.of(2, 2, 2);
    for (int k = 0; k < 1000; k++) {
      long bits = CellRandom.mix(k);
      assertEquals(CellRandom.below(bits, 3), table.draw(bits));
    }
  }

  @Test
  void refusesWeightsThatAreNone() {
    assertThrows(IllegalArgumentException.class, () -> AliasTable.of(0, 0));
    assertThrows(IllegalArgumentException.class, () -> AliasTable.of(1, -1));
    assertThrows(IllegalArgumentException.class, () -> AliasTable.of(1, Double.NaN));
  }

  private static int[] counts(AliasTable table) {
    int[] counts = new int[table.size()];
    for (int k = 0; k < DRAWS; k++) {
      counts[table.draw(CellRandom.mix(k))]++;
    }
    return counts;
  }
}
