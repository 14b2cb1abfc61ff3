package io.datalchemy.resolution;

import io.datalchemy.constraint.ColumnDomain;
import io.datalchemy.constraint.Nullness;
import io.datalchemy.constraint.SolvedShape;
import io.datalchemy.expression.Comparison;
import io.datalchemy.expression.Expression.Compare;
import io.datalchemy.resolution.condition.Isolation;
import io.datalchemy.resolve.Distinctness;
import io.datalchemy.type.ScalarText;
import io.datalchemy.type.TypeFamily;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Chooses for each relation of a shape the column that is computed or bounded by it, so that no two
 * columns need each other.
 */
final class RelationTargets {
  private final TableDraft draft;
  private final SolvedShape shape;
  private final List<String> movable;
  private final Function<String, List<String>> inputsOfDecision;
  private final Map<String, List<Isolation>> targets = new LinkedHashMap<>();
  private boolean isComplete = true;

  /**
   * The targets of a shape.
   *
   * @param movable the columns that may be given another generator
   * @param inputsOfDecision the columns that a column's own generator reads
   */
  RelationTargets(
      TableDraft draft,
      SolvedShape shape,
      List<String> movable,
      Function<String, List<String>> inputsOfDecision) {
    this.draft = draft;
    this.shape = shape;
    this.movable = movable;
    this.inputsOfDecision = inputsOfDecision;
    shape.relations().stream()
        .sorted(Comparator.comparing((Compare r) -> r.operator() == Comparison.EQUAL ? 0 : 1))
        .forEach(this::choose);
  }

  /** What a column is computed or bounded by; empty for a column that is free of relations. */
  List<Isolation> of(String column) {
    return targets.getOrDefault(column, List.of());
  }

  /** Whether the column is computed from others. */
  boolean isComputed(String column) {
    return of(column).stream().anyMatch(RelationTargets::isComputation);
  }

  private static boolean isComputation(Isolation isolation) {
    return isolation.operator() == Comparison.EQUAL && !isolation.isOfItself();
  }

  /** Whether every relation computes a column, so that it holds in every row. */
  boolean isComplete() {
    return isComplete;
  }

  /** The columns that must be filled before this one. */
  Set<String> inputs(String column) {
    Set<String> inputs = new LinkedHashSet<>();
    of(column).forEach(isolation -> inputs.addAll(isolation.expression().columns()));
    inputs.remove(column);
    return inputs;
  }

  /** Whether a column that may not be NULL is computed from this one. */
  boolean mustBePresent(String column) {
    return targets.keySet().stream()
        .filter(this::isComputed)
        .filter(target -> !mayBeNull(target))
        .anyMatch(target -> inputs(target).contains(column));
  }

  private boolean mayBeNull(String column) {
    ColumnDomain domain = shape.domains().get(column);
    return draft.facts.isNullable(column)
        && (domain == null || domain.nullness() != Nullness.NOT_NULL);
  }

  private void choose(Compare relation) {
    Set<String> columns = new LinkedHashSet<>(relation.left().columns());
    columns.addAll(relation.right().columns());
    boolean isVoid = columns.stream().anyMatch(this::isNull);
    if (isVoid) {
      return;
    }
    List<String> candidates = new ArrayList<>(columns);
    java.util.Collections.reverse(candidates);
    candidates.sort(Comparator.comparing((String c) -> Isolation.isAlone(relation, c) ? 0 : 1));
    for (String candidate : candidates) {
      var isolation = Isolation.of(relation, candidate).filter(this::isPossible);
      if (isolation.isPresent()) {
        targets.computeIfAbsent(candidate, c -> new ArrayList<>()).add(isolation.get());
        boolean isExact = draft.decisions.get(candidate).type().family() != TypeFamily.FLOAT;
        isComplete &= isExact && relation.operator() == Comparison.EQUAL;
        return;
      }
    }
    isComplete = false;
  }

  private boolean isNull(String column) {
    ColumnDomain domain = shape.domains().get(column);
    return domain != null && domain.nullness() == Nullness.NULL;
  }

  private boolean isPossible(Isolation isolation) {
    String column = isolation.column();
    if (!movable.contains(column)
        || draft.keys.distinct().getOrDefault(column, new Distinctness.None())
            instanceof Distinctness.Bijection) {
      return false;
    }
    boolean isAlreadySet = isolation.operator() == Comparison.EQUAL && targets.containsKey(column);
    if (isolation.isOfItself()) {
      return !isAlreadySet;
    }
    boolean fits =
        isolation.operator() == Comparison.EQUAL ? isComputable(isolation) : isBounded(column);
    return fits && !isAlreadySet && !isComputed(column) && !reaches(isolation, column);
  }

  private boolean isComputable(Isolation isolation) {
    boolean inputsMayBeNull =
        isolation.expression().columns().stream()
            .anyMatch(c -> draft.facts.isNullable(c) && !movable.contains(c));
    return mayBeNull(isolation.column()) || !inputsMayBeNull;
  }

  private boolean isBounded(String column) {
    TypeFamily family = draft.decisions.get(column).type().family();
    ColumnDomain domain = shape.domains().get(column);
    return ScalarText.isOrdered(family)
        && family != TypeFamily.FLOAT
        && (domain == null || domain.allowed().isEmpty());
  }

  /** Whether the column is needed, over however many steps, by what it would be computed from. */
  private boolean reaches(Isolation isolation, String column) {
    Set<String> seen = new LinkedHashSet<>(isolation.expression().columns());
    List<String> next = new ArrayList<>(seen);
    while (!next.isEmpty()) {
      String at = next.remove(0);
      Set<String> further = new LinkedHashSet<>(inputs(at));
      if (targets.get(at) == null && draft.decisions.containsKey(at)) {
        further.addAll(inputsOfDecision.apply(at));
      }
      further.stream().filter(seen::add).forEach(next::add);
    }
    return seen.contains(column);
  }
}
