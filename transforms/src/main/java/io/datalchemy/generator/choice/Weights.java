package io.datalchemy.generator.choice;

import io.datalchemy.random.CellRandom;
import java.util.List;

/** Places from 0, each drawn as often as its weight says. */
public final class Weights {
  private final double[] upTo;

  /**
   * Places of these weights.
   *
   * @throws IllegalArgumentException if one is negative or all are 0
   */
  public Weights(List<Double> weights) {
    double total = 0;
    for (double weight : weights) {
      if (!(weight >= 0) || Double.isInfinite(weight)) {
        throw new IllegalArgumentException("weights: must not be negative, was " + weight);
      }
      total += weight;
    }
    if (total == 0) {
      throw new IllegalArgumentException("weights: must not all be 0");
    }
    upTo = new double[weights.size()];
    double sum = 0;
    for (int k = 0; k < upTo.length; k++) {
      sum += weights.get(k);
      upTo[k] = sum / total;
    }
  }

  /** The place that those bits draw. */
  public int draw(long bits) {
    double unit = CellRandom.unit(bits);
    int place = 0;
    while (place < upTo.length - 1 && unit >= upTo[place]) {
      place++;
    }
    return place;
  }
}
