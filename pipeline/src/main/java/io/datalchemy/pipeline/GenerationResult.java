package io.datalchemy.pipeline;

import io.datalchemy.run.Manifest;
import io.datalchemy.run.RunFolder;
import java.time.Duration;
import java.util.Objects;

/** A generation run that finished: where it is, what it wrote and how long that took. */
public record GenerationResult(
    RunFolder run, Manifest manifest, GenerationReport report, Duration duration) {
  public GenerationResult {
    Objects.requireNonNull(run, "run");
    Objects.requireNonNull(manifest, "manifest");
    Objects.requireNonNull(report, "report");
    Objects.requireNonNull(duration, "duration");
  }

  /** Rows per second over the whole run. */
  public long rowsPerSecond() {
    return manifest.rows() * 1000 / Math.max(1, duration.toMillis());
  }
}
