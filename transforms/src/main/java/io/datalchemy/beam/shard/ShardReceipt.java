package io.datalchemy.beam.shard;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What one attempt at a shard wrote, still under its temporary name.
 *
 * @param attempt the temporary file's plain name within the temporary folder
 * @param sha256 of the file's bytes, header line included
 * @param nulls how many values of each written column are NULL, in column order
 * @param redraws how often a row was drawn again
 * @param unsatisfied rows that broke a residual condition at their last draw
 * @param injected the list of rows that were broken on purpose, where the plan asks for such
 */
public record ShardReceipt(
    Shard shard,
    String attempt,
    long bytes,
    String sha256,
    List<Long> nulls,
    long redraws,
    long unsatisfied,
    Optional<InjectedReceipt> injected) {
  public ShardReceipt {
    Objects.requireNonNull(shard, "shard");
    Objects.requireNonNull(attempt, "attempt");
    Objects.requireNonNull(sha256, "sha256");
    nulls = List.copyOf(nulls);
    Objects.requireNonNull(injected, "injected");
  }
}
