package io.datalchemy.graph;

import java.util.Objects;

/**
 * The foreign key at which a cycle is broken: it counts for nothing in the order of tables, so its
 * parents may come after its children.
 */
public record CycleBreak(Reference reference, Reason reason) {
  /** Why the key may be left open until its parents are there; the best first. */
  public enum Reason {
    /** Some column may be NULL: rows can come first and be completed later. */
    NULLABLE,
    /** The key can be checked at the end of the transaction. */
    DEFERRABLE,
    /** Neither: rows can only be loaded with the key switched off. */
    NONE
  }

  public CycleBreak {
    Objects.requireNonNull(reference, "reference");
    Objects.requireNonNull(reason, "reason");
  }

  /** Whether rows can be loaded with the key in force. */
  public boolean isLoadable() {
    return reason != Reason.NONE;
  }
}
