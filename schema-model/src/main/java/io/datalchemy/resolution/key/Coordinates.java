package io.datalchemy.resolution.key;

import io.datalchemy.resolution.key.design.Coordinate;
import io.datalchemy.resolution.key.design.DesignSearch;
import io.datalchemy.schema.Constraint.ForeignKey;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** By which columns and parents, not settled yet, the rows of one table can be told apart. */
public record Coordinates(
    TableFacts facts, ColumnSpaces spaces, ParentCounts parents, KeyPlan plan) {

  /** The foreign keys inside the set, without those that lie inside a longer one. */
  List<ForeignKey> wholeKeys(UniqueSet set) {
    return wholeKeys(set.columns());
  }

  private List<ForeignKey> wholeKeys(List<String> columns) {
    List<ForeignKey> inside =
        facts.keys().stream()
            .filter(key -> columns.containsAll(key.columns()))
            .filter(key -> !facts.isSelfReference(key))
            .toList();
    return inside.stream()
        .filter(
            key ->
                inside.stream()
                    .noneMatch(
                        other ->
                            other.columns().size() > key.columns().size()
                                && other.columns().containsAll(key.columns())))
        .toList();
  }

  /**
   * The coordinates of a set.
   *
   * @param folded the columns whose case does not count, for this set or another of the design
   * @param within the key whose parents' children are numbered, which is none of them
   */
  Set<Coordinate> of(UniqueSet set, Set<String> folded, Optional<ForeignKey> within) {
    return of(set.columns(), folded, within);
  }

  /** The coordinates of some columns. */
  public Set<Coordinate> of(List<String> columns) {
    return of(columns, Set.of(), Optional.empty());
  }

  private Set<Coordinate> of(
      List<String> columns, Set<String> folded, Optional<ForeignKey> within) {
    Set<Coordinate> found = new LinkedHashSet<>();
    for (ForeignKey key : wholeKeys(columns)) {
      if (isFree(key) && within.filter(key::equals).isEmpty() && parents.rows(key) > 0) {
        found.add(new Coordinate(key.name(), true, parents.rows(key)));
      }
    }
    for (String column : columns) {
      long size = spaces.size(column, folded.contains(column)).orElse(0);
      if (!facts.isForeign(column) && size > 0 && isFree(column)) {
        found.add(new Coordinate(column, false, size));
      }
    }
    return found;
  }

  /** How many rows a set allows by what of it is free; 0 if nothing is. */
  long product(UniqueSet set) {
    Set<Coordinate> free = of(set, set.folded(), Optional.empty());
    return free.isEmpty() ? 0 : DesignSearch.bound(List.of(free));
  }

  /** What a limit does not use of a set, in words that follow the limit; empty if it uses all. */
  String unused(UniqueSet set, long maxRows) {
    if (wholeKeys(set).stream().anyMatch(this::isTied) || maxRows >= facts.rows()) {
      return "";
    }
    long all = 1;
    for (ForeignKey key : wholeKeys(set)) {
      all = times(all, parents.rows(key));
    }
    for (String column : set.columns()) {
      boolean isOwn = !facts.isForeign(column);
      all = isOwn ? times(all, spaces.size(column, set.folded().contains(column)).orElse(1)) : all;
    }
    return all <= maxRows
        ? ""
        : "; of the " + all + " combinations that there are, the table's keys together use no more";
  }

  /** Whether the key's parents are settled by what it shares with others or by a key. */
  private boolean isFree(ForeignKey key) {
    return !isTied(key) && !plan.decides(key);
  }

  private boolean isTied(ForeignKey key) {
    return facts.keys().stream()
        .anyMatch(other -> !other.equals(key) && !KeyPaths.shared(key, other).isEmpty());
  }

  /** Whether no key has settled the column's values, nor tests them. */
  boolean isFree(String column) {
    return !plan.distinct.containsKey(column)
        && !plan.isGated(column)
        && !plan.ordinals.containsKey(column)
        && !spaces.isSequence(column);
  }

  private static long times(long a, long b) {
    return a != 0 && b > Long.MAX_VALUE / a ? Long.MAX_VALUE : a * b;
  }
}
