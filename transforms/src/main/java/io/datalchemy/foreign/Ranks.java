package io.datalchemy.foreign;

import io.datalchemy.random.CellRandom;
import io.datalchemy.random.ZipfRanks;
import io.datalchemy.resolve.Skew;
import io.datalchemy.resolve.Skew.ShareOfParents;
import java.util.List;

/** The rank that random bits choose among so many: 0 is the most likely. A pure function. */
@FunctionalInterface
interface Ranks {
  /** A rank from 0 to {@code count} - 1; {@code count} is at least 1. */
  long rank(long bits, long count);

  /** The ranks of a skew. */
  static Ranks of(Skew skew) {
    if (skew instanceof Skew.Zipf zipf) {
      return (bits, count) -> new ZipfRanks(zipf.exponent(), count).rank(bits);
    }
    if (skew instanceof Skew.Weighted weighted) {
      return (bits, count) -> weighted(weighted.classes(), bits, count);
    }
    return CellRandom::below;
  }

  private static long weighted(List<ShareOfParents> classes, long bits, long count) {
    double at = CellRandom.unit(bits);
    double parentsBefore = 0;
    double childrenUpTo = 0;
    int last = classes.size() - 1;
    int chosen = 0;
    for (; chosen < last; chosen++) {
      childrenUpTo += classes.get(chosen).children();
      if (at < childrenUpTo) {
        break;
      }
      parentsBefore += classes.get(chosen).parents();
    }
    double parentsUpTo = chosen == last ? 1 : parentsBefore + classes.get(chosen).parents();
    long first = Math.min(count - 1, Math.round(parentsBefore * count));
    long end = Math.min(count, Math.max(first + 1, Math.round(parentsUpTo * count)));
    return first + CellRandom.below(CellRandom.more(bits, 1), end - first);
  }
}
