package io.datalchemy.constraint.solving;

import io.datalchemy.constraint.ColumnDomain;
import io.datalchemy.constraint.Nullness;
import io.datalchemy.constraint.SolvedShape;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Gives shapes their weights: in proportion to the values that columns with few values take, so
 * that each of those values comes up about as often as the others.
 */
final class ShapeWeights {
  /** The share of rows in which a nullable column of an ordering is NULL. */
  private static final double NULL_SHARE = 0.2;

  private final Simplification simplification;
  private final List<Draft> drafts;
  private final Set<String> ordered = new LinkedHashSet<>();
  private final Set<String> discriminators = new LinkedHashSet<>();

  ShapeWeights(Simplification simplification, List<Draft> drafts) {
    this.simplification = simplification;
    this.drafts = drafts;
    for (Draft draft : drafts) {
      draft.orderings().forEach(o -> ordered.addAll(List.of(o.left(), o.right())));
      draft.domains().keySet().stream().filter(this::isDiscriminator).forEach(discriminators::add);
    }
  }

  List<SolvedShape> shapes() {
    return drafts.stream().map(this::shape).toList();
  }

  private SolvedShape shape(Draft draft) {
    double weight = 1;
    Map<String, ColumnDomain> domains = new LinkedHashMap<>();
    for (Map.Entry<String, ColumnDomain> entry : draft.domains().entrySet()) {
      weight *= factor(draft, entry.getKey());
      domains.put(entry.getKey(), entry.getValue());
    }
    return new SolvedShape(
        rounded(weight), domains, List.copyOf(draft.orderings()), List.copyOf(draft.relations()));
  }

  /** Six digits are enough for a share, and read well. */
  private static double rounded(double weight) {
    return new BigDecimal(weight).round(new MathContext(6)).doubleValue();
  }

  private double factor(Draft draft, String column) {
    ColumnDomain domain = draft.domain(column);
    if (discriminators.contains(column)) {
      return Math.max(1, simplification.values(column, domain).size());
    }
    if (domain.nullness() == Nullness.EITHER || !isNullByChance(draft, column)) {
      return 1;
    }
    return domain.nullness() == Nullness.NULL ? NULL_SHARE : 1 - NULL_SHARE;
  }

  /** Whether an ordered column is also the other way round where all discriminators agree. */
  private boolean isNullByChance(Draft draft, String column) {
    return ordered.contains(column)
        && drafts.stream()
            .filter(d -> d.domain(column).nullness() != draft.domain(column).nullness())
            .anyMatch(
                d -> discriminators.stream().allMatch(c -> d.domain(c).equals(draft.domain(c))));
  }

  private boolean isDiscriminator(String column) {
    return drafts.stream()
        .map(draft -> draft.domain(column))
        .allMatch(
            domain ->
                domain.nullness() != Nullness.NULL
                    && !simplification.values(column, domain).isEmpty());
  }
}
