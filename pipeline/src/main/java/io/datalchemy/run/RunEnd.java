package io.datalchemy.run;

import io.datalchemy.problem.InvalidInputException;
import io.datalchemy.problem.UnavailableException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * The last line of a run's log, {@code run_finished}, written once: by the run, or by the end of
 * the process if that comes first.
 */
final class RunEnd implements AutoCloseable {
  private static final String STOPPED = "the program was stopped before the run was done";

  private final RunFolder folder;
  private final EventLog log;
  private final InstantSource clock;
  private final AtomicBoolean told = new AtomicBoolean();
  private final Thread hook = new Thread(this::stopped, "end of run");

  private RunEnd(RunFolder folder, EventLog log, InstantSource clock) {
    this.folder = folder;
    this.log = log;
    this.clock = clock;
  }

  /** Watches over a run that has begun, until it ends. */
  static RunEnd of(RunFolder folder, EventLog log, InstantSource clock) {
    RunEnd end = new RunEnd(folder, log, clock);
    Runtime.getRuntime().addShutdownHook(end.hook);
    return end;
  }

  /** Does the work of the run and says how it ended; the messages told hold no secret. */
  <T> T watch(Supplier<T> work) {
    try {
      T result = work.get();
      tell("ok", Optional.empty());
      return result;
    } catch (UnavailableException | InvalidInputException e) {
      tell("failed", Optional.of(e.getMessage()));
      throw e;
    }
  }

  /** Ends the watch; a run that has not told how it went has failed. */
  @Override
  public void close() {
    tell("failed", Optional.empty());
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException processIsEnding) {
      // The hook runs already, and finds that everything is told.
    }
  }

  private void stopped() {
    tell("failed", Optional.of(STOPPED));
    folder.deleteUnfinished();
  }

  private void tell(String status, Optional<String> reason) {
    if (!told.compareAndSet(false, true)) {
      return;
    }
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("status", status);
    fields.put("duration_ms", Duration.between(folder.startedAt(), clock.instant()).toMillis());
    reason.ifPresent(words -> fields.put("reason", words));
    if (status.equals("ok")) {
      log.event("run_finished", fields);
    } else {
      log.failure("run_finished", fields);
    }
  }
}
