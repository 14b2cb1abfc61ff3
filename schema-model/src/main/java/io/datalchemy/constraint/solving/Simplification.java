package io.datalchemy.constraint.solving;

import io.datalchemy.constraint.ColumnDomain;
import io.datalchemy.constraint.DomainAlgebra;
import io.datalchemy.constraint.Nullness;
import io.datalchemy.constraint.Ordering;
import io.datalchemy.constraint.reading.Terms;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The same rows in fewer drafts, and in drafts that overlap less. */
final class Simplification {
  private final Terms terms;

  Simplification(Terms terms) {
    this.terms = terms;
  }

  List<Draft> simplify(List<Draft> drafts) {
    List<Draft> before = List.of();
    List<Draft> after = new ArrayList<>(new LinkedHashSet<>(drafts));
    while (!after.equals(before)) {
      before = List.copyOf(after);
      dropContained(after);
      dropContainedValues(after);
      merge(after);
    }
    return after;
  }

  private void dropContained(List<Draft> drafts) {
    for (int i = drafts.size() - 1; i >= 0; i--) {
      for (int j = 0; j < drafts.size(); j++) {
        if (i != j && contains(drafts.get(j), drafts.get(i), "")) {
          drafts.remove(i);
          break;
        }
      }
    }
  }

  /** Whether every row of the inner draft is one of the outer, whatever the column left out. */
  private boolean contains(Draft outer, Draft inner, String leftOut) {
    for (Map.Entry<String, ColumnDomain> entry : outer.domains().entrySet()) {
      String column = entry.getKey();
      boolean within =
          column.equals(leftOut)
              || DomainAlgebra.contains(terms.type(column), entry.getValue(), inner.domain(column));
      if (!within) {
        return false;
      }
    }
    return inner.opaque().containsAll(outer.opaque())
        && inner.relations().containsAll(outer.relations())
        && outer.orderings().stream().allMatch(o -> implies(inner, o));
  }

  private static boolean implies(Draft draft, Ordering ordering) {
    return draft.orderings().contains(ordering)
        || draft.domain(ordering.left()).nullness() == Nullness.NULL
        || draft.domain(ordering.right()).nullness() == Nullness.NULL;
  }

  /** A listed value goes from a draft if another draft has all rows with that value already. */
  private void dropContainedValues(List<Draft> drafts) {
    for (int i = 0; i < drafts.size(); i++) {
      for (String column : List.copyOf(drafts.get(i).domains().keySet())) {
        Draft draft = drafts.get(i);
        Optional<ColumnDomain> rest = withoutContainedValues(drafts, draft, column);
        if (rest.isPresent()) {
          drafts.set(i, draft.with(column, rest.get()));
        }
      }
    }
  }

  private Optional<ColumnDomain> withoutContainedValues(
      List<Draft> drafts, Draft draft, String column) {
    ColumnDomain domain = draft.domain(column);
    List<String> values = values(column, domain);
    if (domain.nullness() == Nullness.NULL || values.size() < 2) {
      return Optional.empty();
    }
    List<String> kept = new ArrayList<>(values);
    kept.removeIf(value -> isElsewhere(drafts, draft, column, value));
    boolean changed = kept.size() < values.size() && !kept.isEmpty();
    return changed ? Optional.of(domain.withAllowed(Optional.of(kept))) : Optional.empty();
  }

  private boolean isElsewhere(List<Draft> drafts, Draft draft, String column, String value) {
    for (Draft other : drafts) {
      ColumnDomain domain = other.domain(column);
      if (!other.equals(draft)
          && domain.nullness() != Nullness.NULL
          && DomainAlgebra.admits(terms.type(column), domain, value)
          && contains(other, draft, column)) {
        return true;
      }
    }
    return false;
  }

  /** The values of a domain that has few; empty for all others. */
  List<String> values(String column, ColumnDomain domain) {
    return domain.allowed().orElse(DomainAlgebra.universe(terms.type(column)));
  }

  private void merge(List<Draft> drafts) {
    for (int i = 0; i < drafts.size(); i++) {
      for (int j = drafts.size() - 1; j > i; j--) {
        Optional<Draft> merged = merged(drafts.get(i), drafts.get(j));
        if (merged.isPresent()) {
          drafts.set(i, merged.get());
          drafts.remove(j);
        }
      }
    }
  }

  /** One draft for two that differ in one column, if that column's domains have a union. */
  private Optional<Draft> merged(Draft a, Draft b) {
    if (!a.orderings().equals(b.orderings())
        || !a.opaque().equals(b.opaque())
        || !a.relations().equals(b.relations())) {
      return Optional.empty();
    }
    List<String> different =
        a.domains().keySet().stream().filter(c -> !a.domain(c).equals(b.domain(c))).toList();
    if (different.size() != 1) {
      return Optional.empty();
    }
    String column = different.get(0);
    return DomainAlgebra.union(a.domain(column), b.domain(column))
        .flatMap(union -> DomainAlgebra.normalised(terms.type(column), union))
        .map(union -> a.with(column, union));
  }
}
