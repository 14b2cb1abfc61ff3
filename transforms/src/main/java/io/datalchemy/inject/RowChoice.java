package io.datalchemy.inject;

import io.datalchemy.random.CellRandom;
import io.datalchemy.resolve.ResolvedInjection;

/** Which rows of a table are to be broken against one constraint. */
record RowChoice(long key, double rate) {

  static RowChoice of(ResolvedInjection injection, long seed) {
    return new RowChoice(
        CellRandom.key(
            seed,
            injection.schema(),
            injection.table(),
            injection.constraint(),
            injection.kind(),
            "inject"),
        injection.rate());
  }

  boolean isChosen(long row) {
    return CellRandom.unit(CellRandom.bits(key, row)) < rate;
  }
}
