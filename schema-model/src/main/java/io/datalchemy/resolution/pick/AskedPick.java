package io.datalchemy.resolution.pick;

import io.datalchemy.plan.Pick;
import io.datalchemy.resolve.ChildCounts;
import io.datalchemy.resolve.Skew;
import io.datalchemy.resolve.Skew.ShareOfParents;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;

/**
 * What a plan asks of one foreign key; nothing, where it is silent.
 *
 * @param path where the plan says so, as a JSON pointer
 */
public record AskedPick(
    Optional<Pick> pick,
    Optional<Double> nullRate,
    Optional<Double> childless,
    Optional<Double> rootShare,
    Optional<Long> maxDepth,
    String path) {

  /** A plan that does not speak of the key. */
  public static final AskedPick NOTHING =
      new AskedPick(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          "");

  private static final double DEFAULT_EXPONENT = 1;

  /** This, and where it is silent the other. */
  AskedPick or(AskedPick other) {
    return new AskedPick(
        pick.or(other::pick),
        nullRate.or(other::nullRate),
        childless.or(other::childless),
        rootShare.or(other::rootShare),
        maxDepth.or(other::maxDepth),
        path.isEmpty() ? other.path : path);
  }

  /** Whether it asks for numbers of children. */
  public boolean isPerParent() {
    return pick.filter(p -> p.kind() == Pick.Kind.PER_PARENT).isPresent();
  }

  /** Whether it asks how parents are chosen. */
  public boolean isAboutParents() {
    return pick.isPresent() || childless.isPresent();
  }

  /** The numbers of children asked for. */
  public ChildCounts counts() {
    return counts(pick.orElseThrow(), childless.orElse(0.0));
  }

  /** The numbers of children that a pick of {@code per_parent} means. */
  public static ChildCounts counts(Pick pick, double childless) {
    long max = pick.max().orElse(1L);
    return new ChildCounts(
        Math.min(pick.min().orElse(0L), max),
        max,
        pick.distribution()
            .map(d -> ChildCounts.Distribution.valueOf(d.name()))
            .orElse(ChildCounts.Distribution.UNIFORM),
        exponent(pick),
        pick.mean().map(BigDecimal::doubleValue),
        childless);
  }

  /** How the parents' shares differ, if the pick says that they do. */
  public Optional<Skew> skew() {
    return pick.flatMap(
        p ->
            switch (p.kind()) {
              case ZIPF -> Optional.of(new Skew.Zipf(exponent(p)));
              case WEIGHTED -> Optional.of(weighted(p));
              default -> Optional.empty();
            });
  }

  /** The pick's name as plans write it. */
  public String word() {
    return pick.map(p -> p.kind().name().toLowerCase(Locale.ROOT)).orElse("childless");
  }

  private static double exponent(Pick pick) {
    return pick.exponent().map(BigDecimal::doubleValue).orElse(DEFAULT_EXPONENT);
  }

  private static Skew weighted(Pick pick) {
    return new Skew.Weighted(
        pick.classes().stream()
            .map(c -> new ShareOfParents(c.parents().doubleValue(), c.children().doubleValue()))
            .toList());
  }
}
