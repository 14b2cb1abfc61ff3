package io.datalchemy.inject;

import io.datalchemy.foreign.ForeignContext;
import io.datalchemy.row.RowBlock;
import java.util.List;
import java.util.Map;

/** Breaks rows against one constraint, each alone: a pure function of the row. */
interface Breaker {
  /** Those rows of the table that have to stay whole, so that others can be broken. */
  default List<Long> exempt() {
    return List.of();
  }

  /** Breaks those of the rows at the places that it can: the columns changed, by place. */
  Map<Integer, List<String>> apply(RowBlock block, List<Integer> places, ForeignContext parents);
}
