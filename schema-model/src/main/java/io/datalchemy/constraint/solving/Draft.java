package io.datalchemy.constraint.solving;

import io.datalchemy.constraint.ColumnDomain;
import io.datalchemy.constraint.DomainAlgebra;
import io.datalchemy.constraint.Ordering;
import io.datalchemy.constraint.reading.Terms;
import io.datalchemy.expression.Expression.Compare;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A shape in the making: facts that hold together. A column without a domain is free; an ordering
 * binds where neither of its columns is NULL.
 *
 * @param opaque the conditions, by place, that must still be tested on the row
 * @param relations comparisons that make the opaque conditions true
 */
record Draft(
    Map<String, ColumnDomain> domains,
    Set<Ordering> orderings,
    Set<Integer> opaque,
    Set<Compare> relations) {

  /** No facts at all. */
  static final Draft FREE = new Draft(Map.of());

  Draft {
    domains = new LinkedHashMap<>(domains);
    orderings = new LinkedHashSet<>(orderings);
    opaque = new LinkedHashSet<>(opaque);
    relations = new LinkedHashSet<>(relations);
  }

  /** Domains alone. */
  Draft(Map<String, ColumnDomain> domains) {
    this(domains, Set.of(), Set.of(), Set.of());
  }

  ColumnDomain domain(String column) {
    return domains.getOrDefault(column, ColumnDomain.ANY);
  }

  Draft with(String column, ColumnDomain domain) {
    Draft copy = new Draft(domains, orderings, opaque, relations);
    copy.domains.put(column, domain);
    return copy;
  }

  Draft with(Ordering ordering) {
    Draft copy = new Draft(domains, orderings, opaque, relations);
    copy.orderings.add(ordering);
    return copy;
  }

  Draft withOpaque(int condition) {
    Draft copy = new Draft(domains, orderings, opaque, relations);
    copy.opaque.add(condition);
    return copy;
  }

  /** The same with a condition to test, and what helps to make it true. */
  Draft withOpaque(int condition, Optional<Compare> relation) {
    Draft copy = withOpaque(condition);
    relation.ifPresent(copy.relations::add);
    return copy;
  }

  Draft withOrderings(Set<Ordering> others) {
    return new Draft(domains, others, opaque, relations);
  }

  /** The facts of both; empty if they contradict each other. */
  Optional<Draft> and(Draft other, Terms terms) {
    Draft both = new Draft(domains, orderings, opaque, relations);
    for (Map.Entry<String, ColumnDomain> entry : other.domains.entrySet()) {
      String column = entry.getKey();
      Optional<ColumnDomain> domain =
          DomainAlgebra.intersection(terms.type(column), domain(column), entry.getValue());
      if (domain.isEmpty()) {
        return Optional.empty();
      }
      both.domains.put(column, domain.get());
    }
    both.orderings.addAll(other.orderings);
    both.opaque.addAll(other.opaque);
    both.relations.addAll(other.relations);
    return Optional.of(both);
  }
}
