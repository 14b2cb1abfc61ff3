package io.datalchemy.beam.shard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class LiveRunTest {
  @Test
  void countsTheRowsOfItsRunAlone() {
    LiveRun run = new LiveRun("counts");
    run.begin();
    run.add(3);
    new LiveRun("counts").add(4);
    new LiveRun("another").add(100);
    assertEquals(7, run.rows());
    run.forget();
    assertEquals(0, run.rows());
  }

  @Test
  void stopsOnlyWhenNoShardIsBeingWritten() {
    LiveRun run = new LiveRun("stops");
    run.begin();
    CompletableFuture<Void> stopped = CompletableFuture.runAsync(run::stop);
    // Rows are refused from the moment of the stop on, and the stop waits for the shard's end.
    assertThrows(
        CancellationException.class,
        () -> {
          while (true) {
            run.add(1);
          }
        });
    assertFalse(stopped.isDone());
    run.end();
    stopped.join();
    assertThrows(CancellationException.class, run::begin);
  }
}
