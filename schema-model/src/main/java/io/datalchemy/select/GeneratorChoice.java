package io.datalchemy.select;

import io.datalchemy.catalogue.GeneratorCall;
import io.datalchemy.resolve.ResolvedColumn.DecidedBy;
import java.util.Objects;

/**
 * The generator that suits a column, and why.
 *
 * @param decidedBy {@code NAME} or {@code TYPE}
 * @param reason the choice in words, for people
 * @param confidence from 0, a guess, to 1, certain
 */
public record GeneratorChoice(
    GeneratorCall call, DecidedBy decidedBy, String reason, double confidence) {
  public GeneratorChoice {
    Objects.requireNonNull(call, "call");
    Objects.requireNonNull(decidedBy, "decidedBy");
    Objects.requireNonNull(reason, "reason");
    if (!(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException("confidence: must be within 0 and 1, was " + confidence);
    }
  }

  /** Whether the column's name decided, rather than its type alone. */
  public boolean isByName() {
    return decidedBy == DecidedBy.NAME;
  }
}
