package io.datalchemy.pipeline;

import io.datalchemy.beam.shard.LiveRun;
import io.datalchemy.beam.shard.RunMetrics;
import io.datalchemy.resolve.ResolvedPlan;
import io.datalchemy.resolve.ResolvedTable;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult;

/** Runs a built pipeline to its end and shows how far it is meanwhile. */
final class PipelineRun {
  private static final org.joda.time.Duration REFRESH = org.joda.time.Duration.millis(200);

  private final InstantSource clock;
  private final ProgressDisplay display;
  private final LiveRun live;
  private final long allTables;
  private final long allRows;

  PipelineRun(InstantSource clock, ProgressDisplay display, String runId, ResolvedPlan plan) {
    this.clock = clock;
    this.display = display;
    this.live = new LiveRun(runId);
    this.allTables = plan.tables().size();
    this.allRows = plan.tables().stream().mapToLong(ResolvedTable::rows).sum();
  }

  /**
   * Runs the pipeline. When this returns or throws, nothing of it is being written any more, as far
   * as this JVM's workers go.
   */
  void run(Pipeline pipeline) throws IOException {
    boolean succeeded = false;
    try {
      succeeded = await(pipeline.run()) == PipelineResult.State.DONE;
      if (!succeeded) {
        throw new GenerationFailedException("generation: was cancelled by the runner", null);
      }
      live.forget();
    } finally {
      display.end();
      if (!succeeded) {
        live.stop();
      }
    }
  }

  private PipelineResult.State await(PipelineResult result) throws IOException {
    Instant start = clock.instant();
    try {
      while (true) {
        PipelineResult.State state = result.waitUntilFinish(REFRESH);
        if (state != null && state.isTerminal()) {
          return state;
        }
        display.show(line(result, Duration.between(start, clock.instant())));
      }
    } catch (RuntimeException e) {
      cancel(result, e);
      throw e;
    }
  }

  /** The runner may have ended the run already, which it then says instead of cancelling. */
  private static void cancel(PipelineResult result, RuntimeException cause) throws IOException {
    if (!result.getState().isTerminal()) {
      try {
        result.cancel();
      } catch (UnsupportedOperationException e) {
        cause.addSuppressed(e);
      }
    }
  }

  private ProgressLine line(PipelineResult result, Duration elapsed) {
    RunMetrics metrics = RunMetrics.of(result.metrics());
    long rows = Math.max(metrics.rows(), live.rows());
    return new ProgressLine(metrics.tables(), allTables, Math.min(rows, allRows), allRows, elapsed);
  }
}
