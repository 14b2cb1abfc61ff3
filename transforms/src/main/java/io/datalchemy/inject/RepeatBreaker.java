package io.datalchemy.inject;

import io.datalchemy.expression.evaluation.TruthValue;
import io.datalchemy.foreign.ForeignContext;
import io.datalchemy.resolve.ResolvedInjection.Break.Repeat;
import io.datalchemy.row.ResidualCondition;
import io.datalchemy.row.RowBlock;
import io.datalchemy.row.TableProgram;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.LongPredicate;

/**
 * Gives a row the key of an earlier one that stays whole: of the nearest that has a key, else of
 * the table's first.
 */
final class RepeatBreaker implements Breaker {
  private static final int ANCHOR_ROWS = 1_000;
  private static final int NEAREST_ROWS = 1_000;
  private static final int NEAREST_TRIES = 4;

  private final TableProgram program;
  private final Repeat repeat;
  private final Optional<ResidualCondition> predicate;
  private final List<ResidualCondition> kept;
  private final LongPredicate isWhole;
  private final List<String> read;
  private final OptionalLong anchor;

  /**
   * For one table and one key.
   *
   * @param isWhole whether no rule is to break a row
   */
  RepeatBreaker(
      TableProgram program,
      Repeat repeat,
      KeyConditions conditions,
      LongPredicate isWhole,
      ForeignContext parents) {
    this.program = program;
    this.repeat = repeat;
    this.predicate = conditions.predicate();
    this.kept = conditions.kept();
    this.isWhole = isWhole;
    Set<String> columns = new LinkedHashSet<>(repeat.columns());
    predicate.ifPresent(condition -> columns.addAll(condition.columns()));
    read = List.copyOf(columns);
    anchor = anchor(parents);
  }

  /** The conditions of a key: which rows it is about, and what they must meet besides. */
  record KeyConditions(Optional<ResidualCondition> predicate, List<ResidualCondition> kept) {}

  /** The first row that has a key at all. */
  private OptionalLong anchor(ForeignContext parents) {
    int rows = (int) Math.min(ANCHOR_ROWS, program.rows());
    RowBlock block = program.newBlock(read, Math.max(1, rows));
    block.rows().setRange(0, rows);
    program.fill(block, parents);
    for (int i = 0; i < rows; i++) {
      if (hasKey(block, i)) {
        return OptionalLong.of(i);
      }
    }
    return OptionalLong.empty();
  }

  private boolean hasKey(RowBlock block, int i) {
    boolean isPresent =
        repeat.nullsCount()
            || repeat.columns().stream().noneMatch(column -> block.column(column).isNull(i));
    return isPresent && applies(block, i);
  }

  private boolean applies(RowBlock block, int i) {
    return predicate.isEmpty() || predicate.get().truth(block, i) == TruthValue.TRUE;
  }

  @Override
  public List<Long> exempt() {
    return anchor.stream().boxed().toList();
  }

  @Override
  public Map<Integer, List<String>> apply(
      RowBlock block, List<Integer> places, ForeignContext parents) {
    Map<Integer, List<String>> broken = new LinkedHashMap<>();
    if (anchor.isEmpty()) {
      return broken;
    }
    List<Integer> open = new ArrayList<>(places);
    for (int nth = 1; nth <= NEAREST_TRIES + 1 && !open.isEmpty(); nth++) {
      Map<Integer, Long> donors = donors(block, open, nth);
      copy(block, donors, parents, broken);
      open.removeAll(broken.keySet());
    }
    return broken;
  }

  /** For each place, the row whose key it is to take at this try. */
  private Map<Integer, Long> donors(RowBlock block, List<Integer> places, int nth) {
    Map<Integer, Long> donors = new LinkedHashMap<>();
    for (int place : places) {
      long row = block.rows().row(place);
      OptionalLong donor = nth > NEAREST_TRIES ? anchor : nearest(row, nth);
      if (donor.isPresent() && donor.getAsLong() < row) {
        donors.put(place, donor.getAsLong());
      }
    }
    return donors;
  }

  private OptionalLong nearest(long row, int nth) {
    int found = 0;
    long last = Math.max(0, row - NEAREST_ROWS);
    for (long before = row - 1; before >= last; before--) {
      if (isWhole.test(before) && ++found == nth) {
        return OptionalLong.of(before);
      }
    }
    return OptionalLong.empty();
  }

  private void copy(
      RowBlock block,
      Map<Integer, Long> donors,
      ForeignContext parents,
      Map<Integer, List<String>> broken) {
    RowBlock from = program.newBlock(read, Math.max(1, donors.size()));
    donors.values().forEach(row -> from.rows().add(row, 0));
    program.fill(from, parents);
    int at = 0;
    for (int place : donors.keySet()) {
      if (hasKey(from, at) && copy(from, at, block, place)) {
        broken.put(place, repeat.columns());
      }
      at++;
    }
  }

  private boolean copy(RowBlock from, int at, RowBlock block, int place) {
    RowTrial trial = new RowTrial(block, place, repeat.columns(), kept);
    for (String column : repeat.columns()) {
      block.column(column).copyFrom(from.column(column), at, place);
    }
    if (applies(block, place) && trial.holds()) {
      return true;
    }
    trial.restore();
    return false;
  }
}
