package io.datalchemy.resolve;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/**
 * How many children the parents of a table have: a multiset for each deck of so many neighbouring
 * parents, the same for all whole decks, so that sums over parents need no memory of them.
 *
 * <p>A deck holds the quantiles of the distribution, and with them its least and its greatest
 * number; parents without children are a fixed share of each deck.
 *
 * @param min the fewest children of a parent that has any
 * @param max the most
 * @param mean the average over parents that have any; the distribution's own if empty
 * @param childless the share of parents that have none
 */
public record ChildCounts(
    long min,
    long max,
    Distribution distribution,
    double exponent,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Double> mean,
    double childless) {

  /** How many parents are a whole deck. */
  public static final int DECK = 1024;

  private static final int BISECTIONS = 100;
  private static final double STEEPEST = 600;

  /** How the numbers spread from {@code min} to {@code max}. */
  public enum Distribution {
    UNIFORM,
    NORMAL,
    ZIPF,
    EXPONENTIAL
  }

  public ChildCounts {
    Objects.requireNonNull(distribution, "distribution");
    Objects.requireNonNull(mean, "mean");
    if (min < 0 || max < min || max > 1_000_000) {
      throw new IllegalArgumentException(
          "min and max: must be 0 <= min <= max <= 1000000, were " + min + " and " + max);
    }
    if (!(childless >= 0 && childless < 1)) {
      throw new IllegalArgumentException(
          "childless: must be at least 0 and below 1, was " + childless);
    }
  }

  /** The fewest children that any parent has. */
  @JsonIgnore
  public long least() {
    return childless > 0 ? 0 : min;
  }

  /** How many children so many parents have, if nothing else decides. */
  public long total(long parents) {
    long whole = parents / DECK;
    long sum = whole == 0 ? 0 : saturated(whole, sum(deck(DECK)));
    long rest = sum(deck((int) (parents % DECK)));
    return sum > Long.MAX_VALUE - rest ? Long.MAX_VALUE : sum + rest;
  }

  /** The fewest children that so many parents can have together. */
  public long fewest(long parents) {
    return saturated(having(parents), lowest());
  }

  /** The most children that so many parents can have together. */
  public long most(long parents) {
    return saturated(having(parents), max);
  }

  /** The numbers of a deck of so many parents, ascending. */
  public long[] deck(int parents) {
    long[] counts = new long[parents];
    int without = without(parents);
    int with = parents - without;
    double[] upTo = cumulative();
    int k = 0;
    for (int i = 0; i < with; i++) {
      double share = (i + 0.5) / with;
      while (k < upTo.length - 1 && upTo[k] < share) {
        k++;
      }
      counts[without + i] = lowest() + k;
    }
    return counts;
  }

  /** The numbers of a deck of so many parents, moved evenly so that their sum is as asked. */
  public long[] deck(int parents, long sum) {
    long[] counts = deck(parents);
    int without = without(parents);
    long natural = sum(counts);
    long bound = sum > natural ? max : lowest();
    long room = Math.abs(bound * (parents - without) - natural);
    long missing = Math.abs(sum - natural);
    if (missing > room) {
      throw new IllegalArgumentException(
          "children of " + parents + " parents: cannot be " + sum + " in all");
    }
    int sign = sum > natural ? 1 : -1;
    for (int i = without; i < parents && missing > 0; i++) {
      long mine = Math.abs(bound - counts[i]);
      // Exact shares of what is left over what is left, so that the last one comes out even.
      long step = mine == 0 ? 0 : Math.round((double) missing * mine / room);
      counts[i] += sign * step;
      missing -= step;
      room -= mine;
    }
    Arrays.sort(counts, without, parents);
    return counts;
  }

  private long lowest() {
    return childless > 0 ? Math.max(1, min) : min;
  }

  private long having(long parents) {
    int rest = (int) (parents % DECK);
    return parents / DECK * (DECK - without(DECK)) + (rest - without(rest));
  }

  private int without(int parents) {
    return (int) StrictMath.rint(childless * parents);
  }

  private double[] cumulative() {
    int size = Math.toIntExact(Math.max(lowest(), max) - lowest() + 1);
    double[] upTo = cumulative(size, 0);
    if (mean.isEmpty() || size == 1) {
      return upTo;
    }
    double wanted = mean.get() - lowest();
    double low = -STEEPEST;
    double high = STEEPEST;
    for (int i = 0; i < BISECTIONS; i++) {
      double middle = (low + high) / 2;
      upTo = cumulative(size, middle);
      if (average(upTo) < wanted) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return upTo;
  }

  /** The distribution function, its weights tilted by an exponential so as to move the mean. */
  private double[] cumulative(int size, double tilt) {
    double[] upTo = new double[size];
    double sum = 0;
    for (int k = 0; k < size; k++) {
      double place = size == 1 ? 0 : (double) k / (size - 1);
      double lift = tilt > 0 ? tilt * (place - 1) : tilt * place;
      sum += weight(k, size) * StrictMath.exp(lift);
      upTo[k] = sum;
    }
    for (int k = 0; k < size; k++) {
      upTo[k] /= sum;
    }
    return upTo;
  }

  private double weight(int k, int size) {
    double width = Math.max(1, size - 1);
    return switch (distribution) {
      case UNIFORM -> 1;
      case NORMAL -> {
        double sigmas = (k - (size - 1) / 2.0) / (width / 6);
        yield StrictMath.exp(-0.5 * sigmas * sigmas);
      }
      case ZIPF -> StrictMath.pow(k + 1.0, -exponent);
      case EXPONENTIAL -> StrictMath.exp(-4 * k / width);
    };
  }

  private static double average(double[] upTo) {
    double average = 0;
    for (int k = 1; k < upTo.length; k++) {
      average += 1 - upTo[k - 1];
    }
    return average;
  }

  private static long saturated(long a, long b) {
    return a != 0 && b > Long.MAX_VALUE / a ? Long.MAX_VALUE : a * b;
  }

  private static long sum(long[] counts) {
    return Arrays.stream(counts).sum();
  }
}
