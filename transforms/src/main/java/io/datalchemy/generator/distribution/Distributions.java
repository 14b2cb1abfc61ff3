package io.datalchemy.generator.distribution;

import com.fasterxml.jackson.databind.JsonNode;
import io.datalchemy.catalogue.Parameters;
import io.datalchemy.generator.scalar.LongRange;
import io.datalchemy.problem.NearMatch;
import io.datalchemy.random.ZipfRanks;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The distributions that a plan can name, made for a range or a list. */
public final class Distributions {
  /** The parameter that holds one. */
  public static final String PARAMETER = "distribution";

  private static final List<String> KINDS =
      List.of(
          "uniform",
          "normal",
          "lognormal",
          "exponential",
          "zipf",
          "weighted",
          "histogram",
          "calendar");
  private static final double NORMAL_DEVIATIONS = 6;
  private static final double SKEWED_PART = 5;

  private Distributions() {}

  /**
   * The distribution that the parameters ask for over a range; empty if all values are alike.
   *
   * @throws IllegalArgumentException if its settings make no sense for the range
   */
  public static Optional<Distribution> over(LongRange range, Scale scale, Parameters params) {
    return params.find(PARAMETER).flatMap(node -> over(range, scale, Settings.of(node)));
  }

  private static Optional<Distribution> over(LongRange range, Scale scale, Settings settings) {
    return switch (settings.kind()) {
      case "uniform" -> {
        settings.only();
        yield Optional.empty();
      }
      case "normal" -> Optional.of(normal(range, scale, settings.only("mean", "stddev")));
      case "lognormal" -> Optional.of(lognormal(range, scale, settings.only("median", "sigma")));
      case "exponential" -> Optional.of(exponential(range, scale, settings.only("mean")));
      case "zipf" -> Optional.of(zipf(range.count(), settings)::rank);
      case "weighted" -> Optional.of(Histogram.choices(settings.only("choices"), range, scale));
      case "histogram" -> Optional.of(Histogram.buckets(settings.only("buckets"), range, scale));
      case "calendar" -> Optional.of(Calendar.over(range, scale, settings));
      default -> throw unknown(settings.kind(), KINDS);
    };
  }

  /**
   * The weights that the parameters ask for over values in a list; empty if all are alike.
   *
   * @throws IllegalArgumentException if the kind does not suit a list
   */
  public static Optional<List<Double>> over(List<String> values, Parameters params) {
    return params.find(PARAMETER).flatMap(node -> weights(values, Settings.of(node)));
  }

  private static Optional<List<Double>> weights(List<String> values, Settings settings) {
    return switch (settings.kind()) {
      case "uniform" -> {
        settings.only();
        yield Optional.empty();
      }
      case "zipf" -> {
        double exponent = settings.only("exponent").positive("exponent", 1);
        List<Double> weights = new ArrayList<>();
        values.forEach(v -> weights.add(StrictMath.pow(weights.size() + 1.0, -exponent)));
        yield Optional.of(weights);
      }
      case "weighted" -> Optional.of(chosen(values, settings.only("choices").list("choices")));
      default -> throw unknown(settings.kind(), List.of("uniform", "zipf", "weighted"));
    };
  }

  private static List<Double> chosen(List<String> values, List<JsonNode> choices) {
    List<Double> weights = new ArrayList<>(java.util.Collections.nCopies(values.size(), 0.0));
    for (JsonNode choice : choices) {
      int place = values.indexOf(choice.path("value").asText());
      if (place < 0) {
        throw Settings.wrong("choices", "must be of the list " + values, choice.path("value"));
      }
      weights.set(place, Settings.weight(choice));
    }
    return weights;
  }

  private static Distribution normal(LongRange range, Scale scale, Settings settings) {
    double mean = point(range, scale, settings, "mean").orElse(span(range) / 2);
    double deviation = length(scale, settings, "stddev", span(range) / NORMAL_DEVIATIONS);
    return new Continuous(Quantile.normal(mean, deviation), range);
  }

  /** Numbers count from 0 where the range has no less, all else from the range's first value. */
  private static Distribution lognormal(LongRange range, Scale scale, Settings settings) {
    double origin = origin(range, scale);
    double least = span(range) / SKEWED_PART;
    double median =
        scale.kind() == Scale.Kind.NUMBER
            ? point(range, scale, settings, "median").orElse(least) - origin
            : length(scale, settings, "median", least);
    if (!(median > 0)) {
      throw Settings.wrong("median", "must be above what it counts from", settings.node());
    }
    double sigma = settings.positive("sigma", 1);
    return new Continuous(Quantile.lognormal(origin, median, sigma), range);
  }

  private static Distribution exponential(LongRange range, Scale scale, Settings settings) {
    double mean = length(scale, settings, "mean", span(range) / SKEWED_PART);
    return new Continuous(Quantile.exponential(0, mean), range);
  }

  private static ZipfRanks zipf(long count, Settings settings) {
    return new ZipfRanks(settings.only("exponent").positive("exponent", 1), count);
  }

  private static double origin(LongRange range, Scale scale) {
    boolean isFromZero = scale.kind() == Scale.Kind.NUMBER && range.first() >= 0;
    return isFromZero ? -(double) range.first() : 0;
  }

  /** A value's distance from the range's first one. */
  private static Optional<Double> point(
      LongRange range, Scale scale, Settings settings, String name) {
    return settings
        .find(name)
        .map(value -> scale.stored("distribution." + name, value))
        .map(stored -> stored.subtract(BigDecimal.valueOf(range.first())).doubleValue());
  }

  private static double length(Scale scale, Settings settings, String name, double ifAbsent) {
    return settings.find(name).isPresent()
        ? settings.positive(name, 1) * scale.unit().doubleValue()
        : ifAbsent;
  }

  private static double span(LongRange range) {
    return (double) range.count() * range.step();
  }

  private static IllegalArgumentException unknown(String kind, List<String> known) {
    return new IllegalArgumentException(
        "distribution.kind: unknown kind '" + kind + "'; " + NearMatch.hint(kind, known));
  }
}
