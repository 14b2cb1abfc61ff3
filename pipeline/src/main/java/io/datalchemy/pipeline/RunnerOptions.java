package io.datalchemy.pipeline;

import io.datalchemy.problem.InvalidInputException;
import io.datalchemy.problem.Problem;
import java.util.List;
import java.util.Objects;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;

/**
 * Which Beam runner runs the pipeline, and how.
 *
 * @param name {@code direct}
 * @param threads how many elements it works on at once; at least 1
 * @param checksElements whether the runner checks at some cost that elements are neither changed
 *     nor impossible to encode: for tests
 */
public record RunnerOptions(String name, int threads, boolean checksElements) {
  private static final String DIRECT = "direct";

  public RunnerOptions {
    Objects.requireNonNull(name, "name");
    if (!name.equals(DIRECT)) {
      throw new InvalidInputException(
          Problem.error("unknown_runner", "", "runner: must be direct, was " + name));
    }
    if (threads < 1) {
      throw new InvalidInputException(
          Problem.error("invalid_threads", "", "threads: must be at least 1, was " + threads));
    }
  }

  /** The Direct runner with so many threads. */
  public static RunnerOptions direct(int threads) {
    return new RunnerOptions(DIRECT, threads, false);
  }

  /** The Direct runner with a thread for each processor. */
  public static RunnerOptions direct() {
    return direct(Runtime.getRuntime().availableProcessors());
  }

  /** The same with the runner's checks. */
  public RunnerOptions withChecks() {
    return new RunnerOptions(name, threads, true);
  }

  /**
   * The options that Beam takes. The run does not block, so that its progress can be shown.
   *
   * @throws InvalidInputException if the runner is not on the class path
   */
  public PipelineOptions toBeam() {
    List<String> arguments =
        List.of(
            "--runner=DirectRunner",
            "--blockOnRun=false",
            "--targetParallelism=" + threads,
            "--enforceImmutability=" + checksElements,
            "--enforceEncodability=" + checksElements);
    try {
      return PipelineOptionsFactory.fromArgs(arguments.toArray(String[]::new)).create();
    } catch (IllegalArgumentException e) {
      throw new InvalidInputException(
          Problem.error("unavailable_runner", "", "runner: " + name + " is not in this build")
              .withHint("use the packaging under runners/" + name));
    }
  }
}
