package io.datalchemy.beam.shard;

import java.io.Serializable;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the JVM that started a run can see of the workers inside it: the rows written so far, and
 * whether any shard is still being written.
 *
 * <p>Needed beside Beam's metrics because the Direct runner tells those once an element, which is a
 * whole shard, and because it does not wait for its other threads when one of them fails. In
 * another JVM than the workers' it stays at 0 and stops nothing.
 */
public record LiveRun(String runId) implements Serializable {
  private static final Map<String, State> STATES = new ConcurrentHashMap<>();

  public LiveRun {
    Objects.requireNonNull(runId, "runId");
  }

  /** The rows written so far. */
  public long rows() {
    return state().rows();
  }

  /** Lets no shard go on, and returns when none is being written any more. */
  public void stop() {
    state().stop();
  }

  /** Forgets a run that succeeded. */
  public void forget() {
    STATES.remove(runId);
  }

  /** Notes that a shard is being written. */
  void begin() {
    state().begin();
  }

  /** Notes that rows of it were written; throws if the run was stopped. */
  void add(long rows) {
    state().add(rows);
  }

  /** Notes that a shard is no longer being written, whole or not. */
  void end() {
    state().end();
  }

  private State state() {
    return STATES.computeIfAbsent(runId, id -> new State());
  }

  private static final class State {
    private long rows;
    private int open;
    private boolean stopped;

    synchronized long rows() {
      return rows;
    }

    synchronized void begin() {
      throwIfStopped();
      open++;
    }

    synchronized void add(long more) {
      throwIfStopped();
      rows += more;
    }

    synchronized void end() {
      open--;
      notifyAll();
    }

    synchronized void stop() {
      stopped = true;
      boolean interrupted = false;
      while (open > 0) {
        try {
          wait();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }

    private void throwIfStopped() {
      if (stopped) {
        throw new CancellationException("the run was stopped because another part of it failed");
      }
    }
  }
}
