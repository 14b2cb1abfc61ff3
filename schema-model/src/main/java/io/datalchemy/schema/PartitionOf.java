package io.datalchemy.schema;

import java.util.Objects;

/** A partition's parent and its bound, {@code FOR VALUES …} or {@code DEFAULT}. */
public record PartitionOf(TableId parent, String bound) {
  public PartitionOf {
    Objects.requireNonNull(parent, "parent");
    Objects.requireNonNull(bound, "bound");
  }
}
