package io.datalchemy.constraint;

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

  private final Terms terms;
  private final Simplification simplification;
  private final List<Draft> drafts;
  private final Set<String> ordered = new LinkedHashSet<>();

  ShapeWeights(Terms terms, Simplification simplification, List<Draft> drafts) {
    this.terms = terms;
    this.simplification = simplification;
    this.drafts = drafts;
    for (Draft draft : drafts) {
      draft.orderings().forEach(o -> ordered.addAll(List.of(o.left(), o.right())));
    }
  }

  List<SolvedShape> shapes() {
    return drafts.stream().map(this::shape).toList();
  }

  private SolvedShape shape(Draft draft) {
    double weight = 1;
    Map<String, ColumnDomain> domains = new LinkedHashMap<>();
    for (Map.Entry<String, ColumnDomain> entry : draft.domains().entrySet()) {
      weight *= factor(entry.getKey(), entry.getValue());
      domains.put(entry.getKey(), entry.getValue());
    }
    return new SolvedShape(rounded(weight), domains, List.copyOf(draft.orderings()));
  }

  /** Six digits are enough for a share, and read well. */
  private static double rounded(double weight) {
    return new BigDecimal(weight).round(new MathContext(6)).doubleValue();
  }

  private double factor(String column, ColumnDomain domain) {
    if (isDiscriminator(column)) {
      return Math.max(1, simplification.values(column, domain).size());
    }
    if (!ordered.contains(column) || terms.isNotNull(column)) {
      return 1;
    }
    return switch (domain.nullness()) {
      case NULL -> NULL_SHARE;
      case NOT_NULL -> 1 - NULL_SHARE;
      case EITHER -> 1;
    };
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
