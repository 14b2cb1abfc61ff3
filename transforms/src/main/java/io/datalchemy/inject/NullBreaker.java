package io.datalchemy.inject;

import io.datalchemy.foreign.ForeignContext;
import io.datalchemy.row.ResidualCondition;
import io.datalchemy.row.RowBlock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes a NOT NULL column NULL. */
record NullBreaker(String column, List<ResidualCondition> kept) implements Breaker {

  @Override
  public Map<Integer, List<String>> apply(
      RowBlock block, List<Integer> places, ForeignContext parents) {
    Map<Integer, List<String>> broken = new LinkedHashMap<>();
    for (int place : places) {
      RowTrial trial = new RowTrial(block, place, List.of(column), kept);
      block.column(column).setNull(place);
      if (trial.holds()) {
        broken.put(place, List.of(column));
      } else {
        trial.restore();
      }
    }
    return broken;
  }
}
