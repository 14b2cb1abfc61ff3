package io.datalchemy.constraint.solving;

import io.datalchemy.constraint.ColumnDomain;
import io.datalchemy.constraint.DomainAlgebra;
import io.datalchemy.constraint.Nullness;
import io.datalchemy.constraint.Ordering;
import io.datalchemy.constraint.reading.Terms;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Decides the NULL-ness of every column that is in an ordering. */
final class NullSplit {
  private final Terms terms;
  private final int maxDrafts;

  NullSplit(Terms terms, int maxDrafts) {
    this.terms = terms;
    this.maxDrafts = maxDrafts;
  }

  /** Drafts in which no ordered column may be either: every way, or some if there are too many. */
  List<Draft> split(List<Draft> drafts) {
    long total = drafts.stream().mapToLong(d -> 1L << Math.min(40, open(d).size())).sum();
    List<Draft> result = new ArrayList<>();
    for (Draft draft : drafts) {
      List<String> open = List.copyOf(open(draft));
      result.addAll(total <= maxDrafts ? everyWay(draft, open) : fewWays(draft, open));
    }
    return result;
  }

  /** The columns that may be NULL or not and are ordered against one that is not always NULL. */
  static Set<String> open(Draft draft) {
    Set<String> open = new LinkedHashSet<>();
    for (Ordering ordering : draft.orderings()) {
      Nullness left = draft.domain(ordering.left()).nullness();
      Nullness right = draft.domain(ordering.right()).nullness();
      if (left == Nullness.EITHER && right != Nullness.NULL) {
        open.add(ordering.left());
      }
      if (right == Nullness.EITHER && left != Nullness.NULL) {
        open.add(ordering.right());
      }
    }
    return open;
  }

  private List<Draft> everyWay(Draft draft, List<String> open) {
    List<Draft> ways = List.of(draft);
    for (String column : open) {
      List<Draft> next = new ArrayList<>();
      for (Draft way : ways) {
        decided(way, column, Nullness.NOT_NULL).ifPresent(next::add);
        decided(way, column, Nullness.NULL).ifPresent(next::add);
      }
      ways = next;
    }
    return ways.stream().map(NullSplit::bound).toList();
  }

  /** All there, or one missing. */
  private List<Draft> fewWays(Draft draft, List<String> open) {
    List<Draft> ways = new ArrayList<>();
    allPresent(draft, open).ifPresent(ways::add);
    for (String missing : open) {
      List<String> others = open.stream().filter(c -> !c.equals(missing)).toList();
      allPresent(draft, others)
          .flatMap(d -> decided(d, missing, Nullness.NULL))
          .ifPresent(ways::add);
    }
    if (ways.isEmpty()) {
      everyNull(draft, open).ifPresent(ways::add);
    }
    return ways.stream().map(NullSplit::bound).toList();
  }

  private Optional<Draft> allPresent(Draft draft, List<String> open) {
    Optional<Draft> result = Optional.of(draft);
    for (String column : open) {
      result = result.flatMap(d -> decided(d, column, Nullness.NOT_NULL));
    }
    return result;
  }

  private Optional<Draft> everyNull(Draft draft, List<String> open) {
    Optional<Draft> result = Optional.of(draft);
    for (String column : open) {
      result = result.flatMap(d -> decided(d, column, Nullness.NULL));
    }
    return result;
  }

  private Optional<Draft> decided(Draft draft, String column, Nullness nullness) {
    return DomainAlgebra.intersection(
            terms.type(column), draft.domain(column), ColumnDomain.ANY.withNullness(nullness))
        .map(domain -> draft.with(column, domain));
  }

  /** Without the orderings that a NULL makes void. */
  private static Draft bound(Draft draft) {
    Set<Ordering> binding = new LinkedHashSet<>();
    for (Ordering ordering : draft.orderings()) {
      if (draft.domain(ordering.left()).nullness() != Nullness.NULL
          && draft.domain(ordering.right()).nullness() != Nullness.NULL) {
        binding.add(ordering);
      }
    }
    return draft.withOrderings(binding);
  }
}
