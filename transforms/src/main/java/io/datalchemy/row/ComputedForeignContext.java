package io.datalchemy.row;

import io.datalchemy.foreign.ForeignContext;
import io.datalchemy.schema.TableId;
import io.datalchemy.vector.ColumnVector;
import io.datalchemy.vector.RowSet;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A foreign context that computes the parents' values again from their row numbers, recursively: no
 * memory, whatever the parents' size. Not thread-safe: one for each element that is processed.
 */
public final class ComputedForeignContext implements ForeignContext {
  private final TablePrograms programs;
  private final ForeignContext existing;
  private final Map<BlockKey, Deque<RowBlock>> idle = new HashMap<>();

  /** A context over the programs of one plan. */
  public ComputedForeignContext(TablePrograms programs) {
    this(
        programs,
        (parent, columns, rows, out) -> {
          throw new IllegalStateException(parent + ": its rows stay, and no keys of them are here");
        });
  }

  /** The same, with another context for parents whose rows stay: nothing can compute those. */
  public ComputedForeignContext(TablePrograms programs, ForeignContext existing) {
    this.programs = programs;
    this.existing = existing;
  }

  @Override
  public void read(TableId parent, List<String> columns, RowSet rows, List<ColumnVector> out) {
    if (programs.plan().existing(parent).isPresent()) {
      existing.read(parent, columns, rows, out);
      return;
    }
    TableProgram program = programs.program(parent);
    BlockKey key = new BlockKey(parent, columns, rows.capacity());
    Deque<RowBlock> blocks = idle.computeIfAbsent(key, k -> new ArrayDeque<>());
    // Self-references and cycles read the same table while it is being computed.
    RowBlock block = blocks.isEmpty() ? program.newBlock(columns, rows.capacity()) : blocks.pop();
    int[] places = new int[rows.size()];
    int count = 0;
    block.rows().clear();
    for (int i = 0; i < rows.size(); i++) {
      if (rows.row(i) != NO_ROW) {
        block.rows().add(rows.row(i), 0);
        places[count++] = i;
      }
    }
    program.fill(block, this);
    scatter(block, places, rows.size(), out);
    blocks.push(block);
  }

  private static void scatter(RowBlock block, int[] places, int size, List<ColumnVector> out) {
    for (int c = 0; c < out.size(); c++) {
      ColumnVector to = out.get(c);
      for (int i = 0; i < size; i++) {
        to.setNull(i);
      }
      ColumnVector from = block.columns().get(c);
      for (int j = 0; j < block.rows().size(); j++) {
        to.copyFrom(from, j, places[j]);
      }
    }
  }

  private record BlockKey(TableId table, List<String> columns, int capacity) {}
}
