package io.datalchemy.graph;

import io.datalchemy.schema.TableId;
import java.util.List;

/** Tables that all depend on each other, by name: a strongly connected component of two or more. */
public record Cycle(List<TableId> tables) {
  public Cycle {
    tables = List.copyOf(tables);
  }
}
