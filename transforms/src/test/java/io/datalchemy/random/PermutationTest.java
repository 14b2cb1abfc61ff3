package io.datalchemy.random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PermutationTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 7, 8, 9, 100, 1_000, 4_095, 4_096, 4_097, 65_537})
  void reachesEveryNumberBelowTheSizeOnce(int size) {
    for (long key : new long[] {0, 1, -1, 0x5DEECE66DL}) {
      BitSet reached = new BitSet(size);
      for (int i = 0; i < size; i++) {
        long image = Permutation.apply(key, size, i);
        assertTrue(image >= 0 && image < size, "image " + image + " of size " + size);
        reached.set((int) image);
      }
      assertEquals(size, reached.cardinality());
    }
  }

  @Test
  void staysBelowTheLargestSize() {
    long size = Long.MAX_VALUE;
    for (long i = 0; i < 10_000; i++) {
      long image = Permutation.apply(7, size, i);
      assertTrue(image >= 0 && image < size);
    }
  }

  @Test
  void spreadsNeighboursEvenly() {
    int size = 1 << 20;
    int cells = 64;
    int[] counts = new int[cells];
    int drawn = 64_000;
    for (int i = 0; i < drawn; i++) {
      counts[(int) (Permutation.apply(42, size, i) * cells / size)]++;
    }
    double expected = (double) drawn / cells;
    double chiSquare = 0;
    for (int count : counts) {
      chiSquare += (count - expected) * (count - expected) / expected;
    }
    // 63 degrees of freedom: 0.1 % of fair draws exceed 103.4.
    assertTrue(chiSquare < 103.4, "chi-square " + chiSquare);
  }

  @Test
  void dependsOnTheKey() {
    int same = 0;
    for (int i = 0; i < 1_000; i++) {
      same += Permutation.apply(1, 1_000_000, i) == Permutation.apply(2, 1_000_000, i) ? 1 : 0;
    }
    assertTrue(same < 10, same + " of 1000 images agree");
    assertNotEquals(Permutation.apply(1, 1_000_000, 0), Permutation.apply(2, 1_000_000, 0));
  }
}
