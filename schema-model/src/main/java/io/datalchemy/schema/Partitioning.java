package io.datalchemy.schema;

import java.util.Objects;

/** How a partitioned table spreads its rows: {@code key} as {@code pg_get_partkeydef} prints it. */
public record Partitioning(Strategy strategy, String key) {
  /** The partitioning strategies of PostgreSQL. */
  public enum Strategy {
    RANGE,
    LIST,
    HASH
  }

  public Partitioning {
    Objects.requireNonNull(strategy, "strategy");
    Objects.requireNonNull(key, "key");
  }
}
