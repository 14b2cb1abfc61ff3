package io.datalchemy.resolution.key;

import java.util.Optional;
import java.util.OptionalLong;

/** How many different values the columns of one table can take. */
public interface ColumnSpaces {
  /** Whether the column numbers the rows, so that it never repeats. */
  boolean isSequence(String column);

  /** Whether a row's place among its parent's children suits the column: a whole number. */
  boolean canNumber(String column);

  /** Whether somebody chose the column's generator in the plan. */
  boolean isRuled(String column);

  /** How many different values there are; empty if they cannot be numbered. */
  OptionalLong size(String column, boolean caseInsensitive);

  /** Why the values of a column cannot be numbered, if they cannot, and what to do about it. */
  Optional<String> obstacle(String column);

  /** Whether the column's type has an order in which keys can ascend. */
  boolean canAscend(String column);
}
