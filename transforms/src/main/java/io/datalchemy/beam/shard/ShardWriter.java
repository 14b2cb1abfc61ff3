package io.datalchemy.beam.shard;

import io.datalchemy.foreign.ForeignContext;
import io.datalchemy.inject.BrokenRow;
import io.datalchemy.inject.TableInjector;
import io.datalchemy.resolve.ResolvedColumn;
import io.datalchemy.row.RowBlock;
import io.datalchemy.row.TableProgram;
import io.datalchemy.vector.ColumnVector;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.stream.LongStream;

/**
 * Generates the rows of one shard, block by block and in order, and writes them to a channel. For
 * one shard.
 */
final class ShardWriter {
  private static final int BLOCK_ROWS = 2048;

  private final TableProgram program;
  private final ForeignContext parents;
  private final LineSink sink;
  private final List<String> columns;
  private final RowBlock block;
  private final long[] nulls;
  private final Optional<Injected> injected;

  /** The rows to break, and the list to tell of them. */
  record Injected(TableInjector injector, InjectedList list) {}

  ShardWriter(
      TableProgram program, ForeignContext parents, LineSink sink, Optional<Injected> injected) {
    this.program = program;
    this.parents = parents;
    this.sink = sink;
    this.injected = injected;
    this.columns = program.writtenColumns().stream().map(ResolvedColumn::name).toList();
    this.block = program.newBlock(columns, BLOCK_ROWS);
    this.nulls = new long[columns.size()];
  }

  /**
   * Writes header and rows.
   *
   * @param progress is told the rows of each block when they are written
   */
  void write(Shard shard, ShardChannel channel, LongConsumer progress) throws IOException {
    sink.open(channel, columns);
    for (long row = shard.firstRow(); row < shard.endRow(); row += BLOCK_ROWS) {
      int rows = (int) Math.min(BLOCK_ROWS, shard.endRow() - row);
      block.rows().setRange(row, rows);
      program.fill(block, parents);
      breakRows();
      sink.write(block);
      channel.throwIfFailed();
      countNulls(rows);
      progress.accept(rows);
    }
    sink.flush();
    channel.throwIfFailed();
  }

  private void breakRows() throws IOException {
    if (injected.isPresent()) {
      for (BrokenRow row : injected.get().injector().apply(block)) {
        injected.get().list().write(row);
      }
    }
  }

  private void countNulls(int rows) {
    for (int column = 0; column < nulls.length; column++) {
      ColumnVector vector = block.columns().get(column);
      for (int i = 0; i < rows; i++) {
        if (vector.isNull(i)) {
          nulls[column]++;
        }
      }
    }
  }

  /** What was written to the channel, under the attempt's name. */
  ShardReceipt receipt(Shard shard, String attempt, ShardChannel channel) {
    String listAttempt = InjectedList.attempt(attempt);
    return new ShardReceipt(
        shard,
        attempt,
        channel.bytes(),
        channel.sha256(),
        LongStream.of(nulls).boxed().toList(),
        block.redraws(),
        block.unsatisfied(),
        injected.map(i -> i.list().receipt(shard, listAttempt, i.injector().counts())));
  }
}
