package io.datalchemy.constraint;

/** Whether a column is NULL in a shape. */
public enum Nullness {
  NULL,
  NOT_NULL,
  /** NULL or a value, as the caller likes. */
  EITHER
}
