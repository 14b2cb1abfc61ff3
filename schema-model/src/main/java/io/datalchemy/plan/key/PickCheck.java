package io.datalchemy.plan.key;

import io.datalchemy.plan.Pick;
import io.datalchemy.plan.Pick.Kind;
import io.datalchemy.problem.Problem;
import io.datalchemy.problem.Problems;
import java.math.BigDecimal;
import java.util.function.Function;

/**
 * Does a pick say what its kind needs, and nothing else?
 *
 * @param path of the pick, as a JSON pointer
 */
record PickCheck(Problems problems, String path) {
  private static final double TOLERANCE = 1e-6;

  void check(Pick pick) {
    boolean isPerParent = pick.kind() == Kind.PER_PARENT;
    boolean isZipf =
        pick.kind() == Kind.ZIPF
            || pick.distribution().filter(d -> d == Pick.CountDistribution.ZIPF).isPresent();
    only(isZipf, pick.exponent().isPresent(), "exponent", "zipf");
    only(pick.kind() == Kind.WEIGHTED, !pick.classes().isEmpty(), "classes", "weighted");
    only(isPerParent, pick.min().isPresent(), "min", "per_parent");
    only(isPerParent, pick.max().isPresent(), "max", "per_parent");
    only(isPerParent, pick.distribution().isPresent(), "distribution", "per_parent");
    only(isPerParent, pick.mean().isPresent(), "mean", "per_parent");
    if (pick.exponent().filter(e -> e.signum() <= 0 || e.doubleValue() > 20).isPresent()) {
      error("/exponent", "exponent: must be above 0 and at most 20");
    }
    if (pick.kind() == Kind.WEIGHTED) {
      checkClasses(pick);
    } else if (isPerParent) {
      checkCounts(pick);
    }
  }

  private void only(boolean isFitting, boolean isGiven, String field, String kind) {
    if (isGiven && !isFitting) {
      error("/" + field, field + ": belongs to a pick or distribution of " + kind);
    }
  }

  private void checkClasses(Pick pick) {
    if (pick.classes().isEmpty()) {
      error("", "weighted: must have classes, such as {\"parents\": 0.2, \"children\": 0.8}");
      return;
    }
    checkSum(pick, "parents", Pick.ParentClass::parents);
    checkSum(pick, "children", Pick.ParentClass::children);
    if (pick.classes().stream().anyMatch(c -> c.parents().signum() <= 0)) {
      error("/classes", "classes: each must have a share of parents above 0");
    }
    if (pick.classes().stream().anyMatch(c -> c.children().signum() < 0)) {
      error("/classes", "classes: no share of children may be below 0");
    }
  }

  private void checkSum(Pick pick, String what, Function<Pick.ParentClass, BigDecimal> share) {
    double sum = pick.classes().stream().map(share).mapToDouble(BigDecimal::doubleValue).sum();
    if (Math.abs(sum - 1) > TOLERANCE) {
      error("/classes", "classes: the shares of " + what + " must add up to 1, are " + sum);
    }
  }

  private void checkCounts(Pick pick) {
    if (pick.min().isEmpty() || pick.max().isEmpty()) {
      error("", "per_parent: must have min and max");
      return;
    }
    long min = pick.min().get();
    long max = pick.max().get();
    if (min < 0 || max < Math.max(1, min) || max > 1_000_000) {
      error(
          "/max",
          "min and max: must be 0 <= min <= max <= 1000000 and max at least 1, are "
              + min
              + " and "
              + max);
      return;
    }
    double mean = pick.mean().map(BigDecimal::doubleValue).orElse((double) min);
    if (mean < min || mean > max) {
      error("/mean", "mean: must be within " + min + " and " + max + ", was " + mean);
    }
  }

  private void error(String at, String message) {
    problems.add(Problem.error("invalid_pick", path + at, message));
  }
}
