package io.datalchemy.constraint.solving;

import io.datalchemy.constraint.Ordering;
import io.datalchemy.expression.Comparison;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What follows from plain orderings: equal columns found, contradictions found, and the fewest
 * orderings that say the same.
 */
final class OrderClosure {
  private static final int NONE = 0;
  private static final int AT_MOST = 1;
  private static final int BELOW = 2;

  private final List<String> columns;
  private final int[][] relation;
  private final List<Ordering> unequal = new ArrayList<>();
  private final List<Ordering> shifted = new ArrayList<>();

  /**
   * The closure of orderings between columns that are not NULL.
   *
   * @param columns all columns of the group, in order
   */
  OrderClosure(List<String> columns, Set<Ordering> orderings) {
    this.columns = columns;
    this.relation = new int[columns.size()][columns.size()];
    orderings.forEach(this::take);
    close();
    sharpen();
  }

  private void take(Ordering ordering) {
    int left = columns.indexOf(ordering.left());
    int right = columns.indexOf(ordering.right());
    if (!ordering.isPlain()) {
      shifted.add(ordering);
      return;
    }
    switch (ordering.operator()) {
      case LESS -> raise(left, right, BELOW);
      case LESS_EQUAL -> raise(left, right, AT_MOST);
      case GREATER -> raise(right, left, BELOW);
      case GREATER_EQUAL -> raise(right, left, AT_MOST);
      case EQUAL -> {
        raise(left, right, AT_MOST);
        raise(right, left, AT_MOST);
      }
      case NOT_EQUAL -> unequal.add(ordering);
    }
  }

  private void raise(int left, int right, int strength) {
    relation[left][right] = Math.max(relation[left][right], strength);
  }

  private void close() {
    int size = columns.size();
    for (int via = 0; via < size; via++) {
      for (int from = 0; from < size; from++) {
        for (int to = 0; to < size; to++) {
          if (relation[from][via] != NONE && relation[via][to] != NONE) {
            raise(from, to, Math.max(relation[from][via], relation[via][to]));
          }
        }
      }
    }
  }

  /** At most and unequal is below. */
  private void sharpen() {
    boolean changed = true;
    while (changed) {
      changed = false;
      for (Ordering ordering : unequal) {
        int left = columns.indexOf(ordering.left());
        int right = columns.indexOf(ordering.right());
        changed |= sharpen(left, right);
        changed |= sharpen(right, left);
      }
      close();
    }
  }

  private boolean sharpen(int left, int right) {
    boolean atMost = relation[left][right] == AT_MOST;
    if (atMost) {
      relation[left][right] = BELOW;
    }
    return atMost;
  }

  boolean isContradictory() {
    for (int i = 0; i < columns.size(); i++) {
      if (relation[i][i] == BELOW) {
        return true;
      }
    }
    return false;
  }

  private boolean isEqual(int a, int b) {
    return a == b || (relation[a][b] == AT_MOST && relation[b][a] == AT_MOST);
  }

  /** The first column that is equal to this one: itself, if there is none before. */
  private int first(int column) {
    int candidate = 0;
    while (!isEqual(candidate, column)) {
      candidate++;
    }
    return candidate;
  }

  /** The first column that is equal to the one of that name. */
  String representative(String column) {
    return columns.get(first(columns.indexOf(column)));
  }

  /** The fewest orderings from which all others follow, between representatives but for EQUAL. */
  Set<Ordering> orderings() {
    Set<Ordering> result = new LinkedHashSet<>();
    for (int i = 0; i < columns.size(); i++) {
      if (first(i) != i) {
        result.add(Ordering.of(columns.get(i), Comparison.EQUAL, columns.get(first(i))));
      }
    }
    for (int i = 0; i < columns.size(); i++) {
      for (int j = 0; j < columns.size(); j++) {
        direct(i, j).ifPresent(result::add);
      }
    }
    unequal.stream().filter(this::isNeeded).map(this::ofRepresentatives).forEach(result::add);
    shifted.stream().map(this::ofRepresentatives).forEach(result::add);
    return result;
  }

  private Optional<Ordering> direct(int from, int to) {
    boolean related = relation[from][to] != NONE && first(from) == from && first(to) == to;
    if (!related || from == to || followsFromOthers(from, to)) {
      return Optional.empty();
    }
    Comparison operator = relation[from][to] == BELOW ? Comparison.LESS : Comparison.LESS_EQUAL;
    return Optional.of(Ordering.of(columns.get(from), operator, columns.get(to)));
  }

  private boolean followsFromOthers(int from, int to) {
    for (int via = 0; via < columns.size(); via++) {
      boolean between = !isEqual(via, from) && !isEqual(via, to);
      if (between
          && relation[from][via] != NONE
          && relation[via][to] != NONE
          && Math.max(relation[from][via], relation[via][to]) >= relation[from][to]) {
        return true;
      }
    }
    return false;
  }

  private boolean isNeeded(Ordering ordering) {
    int left = columns.indexOf(ordering.left());
    int right = columns.indexOf(ordering.right());
    return relation[left][right] != BELOW && relation[right][left] != BELOW;
  }

  private Ordering ofRepresentatives(Ordering ordering) {
    return new Ordering(
        representative(ordering.left()),
        ordering.operator(),
        representative(ordering.right()),
        ordering.offset());
  }
}
