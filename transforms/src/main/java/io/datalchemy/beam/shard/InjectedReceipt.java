package io.datalchemy.beam.shard;

import io.datalchemy.inject.InjectionCount;
import java.util.List;
import java.util.Objects;

/**
 * The list of rows of one shard that were broken on purpose, still under its temporary name.
 *
 * @param attempt the temporary file's plain name within the temporary folder
 * @param file the file's plain name within the run folder
 * @param rows how many rows the list tells of
 * @param sha256 of the file's bytes, header line included
 * @param counts what became of each rule on the table, in the plan's order
 */
public record InjectedReceipt(
    String attempt,
    String file,
    long rows,
    long bytes,
    String sha256,
    List<InjectionCount> counts) {
  public InjectedReceipt {
    Objects.requireNonNull(attempt, "attempt");
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(sha256, "sha256");
    counts = List.copyOf(counts);
  }
}
