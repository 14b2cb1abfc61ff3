package io.datalchemy.inject;

import io.datalchemy.expression.evaluation.TruthValue;
import io.datalchemy.foreign.ForeignContext;
import io.datalchemy.random.CellRandom;
import io.datalchemy.row.ResidualCondition;
import io.datalchemy.row.RowBlock;
import io.datalchemy.vector.ColumnVector;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Changes one column of a condition, else two, until the condition is false: a bounded number of
 * candidates in an order that depends on the row.
 */
final class FalsifyBreaker implements Breaker {
  private static final int MAX_PAIRS = 600;

  private final CandidateValues candidates;
  private final List<ResidualCondition> targets;
  private final List<ResidualCondition> kept;
  private final List<Assignment> singles = new ArrayList<>();
  private final List<Assignment> pairs = new ArrayList<>();

  /** Values for one column or two. */
  private record Assignment(String one, CandidateValue first, Optional<Second> second) {
    record Second(String other, CandidateValue value) {}

    boolean write(RowBlock block, int place) {
      return first.write(block.column(one), place)
          && (second.isEmpty()
              || second.get().value().write(block.column(second.get().other()), place));
    }
  }

  /**
   * For one condition.
   *
   * @param targets the condition, at each time at which it must be false
   */
  FalsifyBreaker(
      CandidateValues candidates, List<ResidualCondition> targets, List<ResidualCondition> kept) {
    this.candidates = candidates;
    this.targets = targets;
    this.kept = kept;
    List<String> columns = candidates.columns();
    for (int one = 0; one < columns.size(); one++) {
      for (CandidateValue first : candidates.of(columns.get(one))) {
        singles.add(new Assignment(columns.get(one), first, Optional.empty()));
      }
      for (int other = one + 1; other < columns.size(); other++) {
        addPairs(columns.get(one), columns.get(other));
      }
    }
  }

  private void addPairs(String one, String other) {
    for (CandidateValue first : candidates.of(one)) {
      for (CandidateValue value : candidates.of(other)) {
        pairs.add(new Assignment(one, first, Optional.of(new Assignment.Second(other, value))));
      }
    }
  }

  @Override
  public Map<Integer, List<String>> apply(
      RowBlock block, List<Integer> places, ForeignContext parents) {
    Map<Integer, List<String>> broken = new LinkedHashMap<>();
    for (int place : places) {
      RowTrial trial = new RowTrial(block, place, candidates.columns(), kept);
      if (!isFalse(trial) && falsify(trial)) {
        broken.put(place, trial.changed());
      }
    }
    return broken;
  }

  private boolean falsify(RowTrial trial) {
    long bits = CellRandom.mix(trial.block().rows().row(trial.place()));
    return swap(trial)
        || tryAll(singles, singles.size(), bits, trial)
        || tryAll(pairs, MAX_PAIRS, bits, trial);
  }

  /** Exchanges the values of two columns of one type: what is in order is then not. */
  private boolean swap(RowTrial trial) {
    List<String> columns = candidates.columns();
    if (columns.size() != 2) {
      return false;
    }
    int place = trial.place();
    ColumnVector one = trial.block().column(columns.get(0));
    ColumnVector other = trial.block().column(columns.get(1));
    boolean isPossible =
        candidates.isFree(columns.get(0))
            && candidates.isFree(columns.get(1))
            && one.type().equals(other.type())
            && !one.isNull(place)
            && !other.isNull(place);
    if (!isPossible) {
      return false;
    }
    ColumnVector before = new ColumnVector(one.type(), 1);
    before.copyFrom(one, place, 0);
    one.copyFrom(other, place, place);
    other.copyFrom(before, 0, place);
    return isBroken(trial);
  }

  private boolean tryAll(List<Assignment> assignments, int most, long bits, RowTrial trial) {
    int size = assignments.size();
    int start = size == 0 ? 0 : (int) CellRandom.below(bits, size);
    for (int n = 0; n < Math.min(most, size); n++) {
      boolean isWritten = assignments.get((start + n) % size).write(trial.block(), trial.place());
      if (isWritten && isBroken(trial)) {
        return true;
      }
      trial.restore();
    }
    return false;
  }

  private boolean isBroken(RowTrial trial) {
    if (isFalse(trial) && trial.holds()) {
      return true;
    }
    trial.restore();
    return false;
  }

  private boolean isFalse(RowTrial trial) {
    return targets.stream()
        .allMatch(t -> t.truth(trial.block(), trial.place()) == TruthValue.FALSE);
  }
}
