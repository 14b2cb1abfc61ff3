package io.datalchemy.resolution.condition;

import io.datalchemy.constraint.Ordering;
import io.datalchemy.expression.Comparison;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Orders between the columns of a row, with those that follow from others. */
public final class Orders {
  private Orders() {}

  /** The plain orders and all that follow: from a ≤ b and b < c, a < c. */
  public static List<Ordering> closure(List<Ordering> orderings) {
    Set<Ordering> known = new LinkedHashSet<>();
    for (Ordering ordering : orderings) {
      if (ordering.isPlain() && ordering.operator() != Comparison.NOT_EQUAL) {
        known.add(upward(ordering));
      }
    }
    boolean grew = true;
    while (grew) {
      List<Ordering> next = new ArrayList<>();
      for (Ordering below : known) {
        known.stream()
            .filter(above -> below.right().equals(above.left()))
            .filter(above -> !below.left().equals(above.right()))
            .forEach(above -> next.add(joined(below, above)));
      }
      grew = known.addAll(next);
    }
    return List.copyOf(known);
  }

  private static Ordering upward(Ordering ordering) {
    boolean isDownward =
        ordering.operator() == Comparison.GREATER
            || ordering.operator() == Comparison.GREATER_EQUAL;
    return isDownward ? exchanged(ordering) : ordering;
  }

  private static Ordering exchanged(Ordering ordering) {
    String lower = ordering.right();
    String upper = ordering.left();
    return Ordering.of(lower, ordering.operator().mirrored(), upper);
  }

  private static Ordering joined(Ordering below, Ordering above) {
    Comparison operator = Comparison.LESS_EQUAL;
    if (below.operator().isStrict() || above.operator().isStrict()) {
      operator = Comparison.LESS;
    } else if (below.operator() == Comparison.EQUAL && above.operator() == Comparison.EQUAL) {
      operator = Comparison.EQUAL;
    }
    return Ordering.of(below.left(), operator, above.right());
  }
}
