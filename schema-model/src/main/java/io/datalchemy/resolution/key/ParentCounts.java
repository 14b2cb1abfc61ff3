package io.datalchemy.resolution.key;

import io.datalchemy.schema.Constraint.ForeignKey;
import java.util.function.ToLongFunction;

/**
 * How many parents the foreign keys of one table can choose from.
 *
 * @param rowsOf how many rows of a key's parent can be picked
 * @param siblingsWithin how many rows a key's parent has, at least, within what it shares with the
 *     other keys of the table
 */
public record ParentCounts(
    ToLongFunction<ForeignKey> rowsOf, ToLongFunction<ForeignKey> siblingsWithin) {
  /** The rows of a key's parent that can be picked. */
  public long rows(ForeignKey key) {
    return rowsOf.applyAsLong(key);
  }

  /** The rows to choose from within what the key shares with others. */
  long within(ForeignKey key) {
    return siblingsWithin.applyAsLong(key);
  }
}
