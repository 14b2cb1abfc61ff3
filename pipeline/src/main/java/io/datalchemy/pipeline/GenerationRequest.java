package io.datalchemy.pipeline;

import io.datalchemy.beam.keys.ForeignContextMode;
import io.datalchemy.beam.shard.SinkKind;
import io.datalchemy.problem.InvalidInputException;
import io.datalchemy.problem.Problem;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * One generation run to do.
 *
 * @param documents what is generated
 * @param out the folder that the run folder is made in
 * @param quiet whether to keep progress to oneself even on a terminal
 * @param shards files per table, instead of what the plan's {@code shard_rows} gives
 */
public record GenerationRequest(
    Documents documents,
    Path out,
    RunnerOptions runner,
    boolean quiet,
    ForeignContextMode foreignContext,
    SinkKind sink,
    Optional<Integer> shards) {

  public GenerationRequest {
    Objects.requireNonNull(documents, "documents");
    Objects.requireNonNull(out, "out");
    Objects.requireNonNull(runner, "runner");
    Objects.requireNonNull(foreignContext, "foreignContext");
    Objects.requireNonNull(sink, "sink");
    Objects.requireNonNull(shards, "shards");
    shards.ifPresent(
        count -> {
          if (count < 1) {
            throw new InvalidInputException(
                Problem.error("invalid_shards", "", "shards: must be at least 1, was " + count));
          }
        });
  }

  /** A run on this machine with every option at its default. */
  public static GenerationRequest of(Documents documents, Path out) {
    return new GenerationRequest(
        documents,
        out,
        RunnerOptions.direct(),
        false,
        ForeignContextMode.AUTO,
        SinkKind.BYTES,
        Optional.empty());
  }

  /** The same on another runner. */
  public GenerationRequest withRunner(RunnerOptions other) {
    return new GenerationRequest(documents, out, other, quiet, foreignContext, sink, shards);
  }

  /** The same with or without progress. */
  public GenerationRequest withQuiet(boolean isQuiet) {
    return new GenerationRequest(documents, out, runner, isQuiet, foreignContext, sink, shards);
  }

  /** The same with parents' values told another way. */
  public GenerationRequest withForeignContext(ForeignContextMode mode) {
    return new GenerationRequest(documents, out, runner, quiet, mode, sink, shards);
  }

  /** The same through another sink. */
  public GenerationRequest withSink(SinkKind kind) {
    return new GenerationRequest(documents, out, runner, quiet, foreignContext, kind, shards);
  }

  /** The same with so many files per table. */
  public GenerationRequest withShards(int count) {
    return new GenerationRequest(
        documents, out, runner, quiet, foreignContext, sink, Optional.of(count));
  }
}
