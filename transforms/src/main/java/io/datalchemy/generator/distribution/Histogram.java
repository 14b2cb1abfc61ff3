package io.datalchemy.generator.distribution;

import com.fasterxml.jackson.databind.JsonNode;
import io.datalchemy.generator.choice.Weights;
import io.datalchemy.generator.scalar.LongRange;
import io.datalchemy.random.CellRandom;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** Stretches of a range, each drawn by its weight and even within itself. */
final class Histogram implements Distribution {
  private final Weights weights;
  private final long[] firsts;
  private final long[] counts;

  private Histogram(List<Stretch> stretches) {
    weights = new Weights(stretches.stream().map(Stretch::weight).toList());
    firsts = stretches.stream().mapToLong(Stretch::first).toArray();
    counts = stretches.stream().mapToLong(s -> s.end() - s.first()).toArray();
  }

  /** The places of a range from {@code first} to before {@code end}. */
  private record Stretch(long first, long end, double weight) {}

  /** Reads {@code buckets: [{min, max, weight}]}: from min to before max, the last one with it. */
  static Histogram buckets(Settings settings, LongRange range, Scale scale) {
    List<JsonNode> buckets = settings.list("buckets");
    List<Stretch> stretches = new ArrayList<>();
    for (int k = 0; k < buckets.size(); k++) {
      JsonNode bucket = buckets.get(k);
      BigDecimal min = scale.stored("distribution.buckets[" + k + "].min", bucket.path("min"));
      BigDecimal max = scale.stored("distribution.buckets[" + k + "].max", bucket.path("max"));
      if (min.compareTo(max) >= 0) {
        throw Settings.wrong("buckets[" + k + "].max", "must be above min", bucket.path("max"));
      }
      long end = place(max, range) + (k == buckets.size() - 1 && isIn(max, range) ? 1 : 0);
      stretches.add(new Stretch(place(min, range), end, Settings.weight(bucket)));
    }
    return of(stretches, "buckets");
  }

  /** Reads {@code choices: [{value, weight}]}. */
  static Histogram choices(Settings settings, LongRange range, Scale scale) {
    List<Stretch> stretches = new ArrayList<>();
    for (JsonNode choice : settings.list("choices")) {
      BigDecimal value = scale.stored("distribution.value", choice.path("value"));
      if (isIn(value, range)) {
        long place = place(value, range);
        stretches.add(new Stretch(place, place + 1, Settings.weight(choice)));
      }
    }
    return of(stretches, "choices");
  }

  private static Histogram of(List<Stretch> stretches, String name) {
    List<Stretch> within =
        stretches.stream().filter(s -> s.first() < s.end() && s.weight() > 0).toList();
    if (within.isEmpty()) {
      throw new IllegalArgumentException(
          "distribution." + name + ": none of them lies between min and max and has a weight");
    }
    return new Histogram(within);
  }

  /** The place of the first value of the range that is not below the number. */
  private static long place(BigDecimal stored, LongRange range) {
    BigDecimal steps =
        stored
            .subtract(BigDecimal.valueOf(range.first()))
            .divide(BigDecimal.valueOf(range.step()), 0, RoundingMode.CEILING);
    return steps.max(BigDecimal.ZERO).min(BigDecimal.valueOf(range.count())).longValue();
  }

  private static boolean isIn(BigDecimal stored, LongRange range) {
    BigDecimal[] steps =
        stored
            .subtract(BigDecimal.valueOf(range.first()))
            .divideAndRemainder(BigDecimal.valueOf(range.step()));
    return steps[1].signum() == 0
        && steps[0].signum() >= 0
        && steps[0].compareTo(BigDecimal.valueOf(range.count())) < 0;
  }

  @Override
  public long index(long bits) {
    int stretch = weights.draw(bits);
    return firsts[stretch] + CellRandom.below(CellRandom.more(bits, 1), counts[stretch]);
  }
}
