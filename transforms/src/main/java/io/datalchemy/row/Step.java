package io.datalchemy.row;

import io.datalchemy.foreign.ForeignContext;
import java.util.List;

/**
 * One step of a table program: fills some columns of a block from others. Immutable; whatever it
 * needs to write lives in the block.
 */
interface Step {
  /** The columns that it fills; a pick of parents counts as a column named after its key. */
  List<String> outputs();

  /** The columns that it reads, all of which are filled before it. */
  List<String> inputs();

  /** Fills the outputs for the block's rows. */
  void run(RowBlock block, ForeignContext parents);
}
