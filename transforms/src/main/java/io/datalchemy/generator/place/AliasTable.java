package io.datalchemy.generator.place;

import io.datalchemy.random.CellRandom;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * Numbers drawn as often as their weights say, in constant time: Walker's alias method as M. D.
 * Vose builds it ("A Linear Algorithm for Generating Random Numbers with a Given Distribution",
 * IEEE Transactions on Software Engineering 17, 1991).
 */
final class AliasTable {
  private final int[] numbers;
  private final int[] aliases;
  private final double[] shares;

  private AliasTable(int[] numbers, double[] scaled) {
    this.numbers = numbers;
    shares = scaled;
    aliases = new int[numbers.length];
    int[] small = new int[numbers.length];
    int[] large = new int[numbers.length];
    int smallCount = 0;
    int largeCount = 0;
    for (int k = 0; k < numbers.length; k++) {
      if (shares[k] < 1) {
        small[smallCount++] = k;
      } else {
        large[largeCount++] = k;
      }
    }
    while (smallCount > 0 && largeCount > 0) {
      int less = small[--smallCount];
      int more = large[largeCount - 1];
      aliases[less] = more;
      shares[more] -= 1 - shares[less];
      if (shares[more] < 1) {
        largeCount--;
        small[smallCount++] = more;
      }
    }
    while (smallCount > 0) {
      shares[small[--smallCount]] = 1;
    }
  }

  /** A table of some numbers, at least one, whose weights are positive. */
  static AliasTable of(List<Integer> numbers, ToLongFunction<Integer> weight) {
    double total = numbers.stream().mapToLong(weight).sum();
    return new AliasTable(
        numbers.stream().mapToInt(Integer::intValue).toArray(),
        numbers.stream()
            .mapToDouble(n -> weight.applyAsLong(n) / total * numbers.size())
            .toArray());
  }

  /** The number that those bits draw. */
  int draw(long bits) {
    int column = (int) CellRandom.below(bits, numbers.length);
    boolean isOwn = CellRandom.unit(CellRandom.more(bits, 1)) < shares[column];
    return numbers[isOwn ? column : aliases[column]];
  }
}
