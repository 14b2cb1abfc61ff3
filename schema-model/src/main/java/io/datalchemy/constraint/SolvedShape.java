package io.datalchemy.constraint;

import io.datalchemy.expression.Expression.Compare;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One way in which a row can satisfy a group's conditions: domains and orderings hold together.
 *
 * @param weight in proportion to which rows should take the shape
 * @param domains for every column of the group, in column order, the values that it takes
 * @param relations comparisons that make what is tested on the row true where they hold, so that a
 *     column can be computed or bounded by them
 * @param orderings what holds between columns; consistent, without those that follow from others
 */
public record SolvedShape(
    double weight,
    Map<String, ColumnDomain> domains,
    List<Ordering> orderings,
    List<Compare> relations) {
  public SolvedShape {
    if (!(weight > 0)) {
      throw new IllegalArgumentException("weight: must be above 0, was " + weight);
    }
    domains = Collections.unmodifiableMap(new LinkedHashMap<>(domains));
    orderings = List.copyOf(orderings);
    relations = List.copyOf(relations);
  }

  /** A shape that domains and orderings describe. */
  public SolvedShape(double weight, Map<String, ColumnDomain> domains, List<Ordering> orderings) {
    this(weight, domains, orderings, List.of());
  }
}
