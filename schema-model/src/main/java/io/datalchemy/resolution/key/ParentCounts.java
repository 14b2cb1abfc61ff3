package io.datalchemy.resolution.key;

import io.datalchemy.schema.Constraint.ForeignKey;
import io.datalchemy.schema.TableId;
import java.util.function.ToLongFunction;

/**
 * How many parents the foreign keys of one table can choose from.
 *
 * @param rowsOf the rows of each table
 * @param siblingsWithin how many rows a key's parent has, at least, within what it shares with the
 *     other keys of the table
 */
public record ParentCounts(
    ToLongFunction<TableId> rowsOf, ToLongFunction<ForeignKey> siblingsWithin) {
  /** The rows of a key's parent. */
  public long rows(ForeignKey key) {
    return rowsOf.applyAsLong(key.referenced());
  }

  /** The rows to choose from within what the key shares with others. */
  long within(ForeignKey key) {
    return siblingsWithin.applyAsLong(key);
  }
}
