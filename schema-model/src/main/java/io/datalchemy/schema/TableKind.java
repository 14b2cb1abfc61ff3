package io.datalchemy.schema;

/** What a relation is; only the first two hold rows of their own to generate. */
public enum TableKind {
  TABLE,
  PARTITIONED_TABLE,
  VIEW,
  MATERIALIZED_VIEW,
  FOREIGN_TABLE;

  /** Whether rows are generated for relations of this kind. */
  public boolean holdsRows() {
    return this == TABLE || this == PARTITIONED_TABLE;
  }
}
