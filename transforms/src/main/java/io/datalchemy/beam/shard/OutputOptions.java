package io.datalchemy.beam.shard;

import java.io.Serializable;
import java.util.Objects;

/**
 * Where and how shards are written.
 *
 * @param live what the JVM that starts the run sees of its workers
 */
public record OutputOptions(RunPlace place, SinkKind sink, LiveRun live) implements Serializable {
  public OutputOptions {
    Objects.requireNonNull(place, "place");
    Objects.requireNonNull(sink, "sink");
    Objects.requireNonNull(live, "live");
  }
}
