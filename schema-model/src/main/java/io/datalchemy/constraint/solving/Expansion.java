package io.datalchemy.constraint.solving;

import io.datalchemy.constraint.reading.Formula;
import io.datalchemy.constraint.reading.Terms;
import io.datalchemy.expression.Expression.Compare;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Formulas in disjunctive normal form, as drafts, contradictions left out. */
final class Expansion {
  private static final int MAX_DRAFTS = 512;

  private final Terms terms;

  Expansion(Terms terms) {
    this.terms = terms;
  }

  /**
   * The drafts of which one must hold.
   *
   * @param condition the condition's place, for what is opaque
   * @return empty if there are too many
   */
  Optional<List<Draft>> expand(Formula formula, int condition) {
    if (formula instanceof Formula.In in) {
      return Optional.of(
          Draft.FREE
              .and(Draft.FREE.with(in.column(), in.domain()), terms)
              .map(List::of)
              .orElse(List.of()));
    }
    if (formula instanceof Formula.Ordered ordered) {
      return Optional.of(List.of(Draft.FREE.with(ordered.ordering())));
    }
    if (formula instanceof Formula.All all) {
      return product(all.parts(), condition);
    }
    if (formula instanceof Formula.AnyOf any) {
      return sum(any.parts(), condition);
    }
    Optional<Compare> relation = ((Formula.Opaque) formula).relation();
    return Optional.of(List.of(Draft.FREE.withOpaque(condition, relation)));
  }

  private Optional<List<Draft>> sum(List<Formula> parts, int condition) {
    List<Draft> drafts = new ArrayList<>();
    for (Formula part : parts) {
      Optional<List<Draft>> ways = expand(part, condition);
      if (ways.isEmpty()) {
        return Optional.empty();
      }
      drafts.addAll(ways.get());
    }
    return drafts.size() > MAX_DRAFTS ? Optional.empty() : Optional.of(drafts);
  }

  private Optional<List<Draft>> product(List<Formula> parts, int condition) {
    List<Draft> drafts = List.of(Draft.FREE);
    for (Formula part : parts) {
      Optional<List<Draft>> ways = expand(part, condition);
      if (ways.isEmpty() || drafts.size() * ways.get().size() > MAX_DRAFTS) {
        return Optional.empty();
      }
      drafts = product(drafts, ways.get());
    }
    return Optional.of(drafts);
  }

  /** Every pair that does not contradict itself. */
  List<Draft> product(List<Draft> left, List<Draft> right) {
    List<Draft> drafts = new ArrayList<>();
    for (Draft a : left) {
      for (Draft b : right) {
        a.and(b, terms).ifPresent(drafts::add);
      }
    }
    return drafts;
  }
}
