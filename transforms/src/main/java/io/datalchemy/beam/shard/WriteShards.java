package io.datalchemy.beam.shard;

import io.datalchemy.beam.element.Gathered;
import io.datalchemy.beam.keys.ParentKeys;
import io.datalchemy.beam.keys.RunInputs;
import io.datalchemy.beam.keys.WorkerPrograms;
import io.datalchemy.foreign.ForeignContext;
import io.datalchemy.inject.TableInjector;
import io.datalchemy.row.TableProgram;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.MoveOptions.StandardMoveOptions;
import org.apache.beam.sdk.io.fs.ResourceId;
import org.apache.beam.sdk.metrics.Counter;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;

/**
 * Generates and writes each shard inside its one element, to a temporary file of its own, and gives
 * a receipt for each.
 *
 * <p>An attempt that fails removes its file; one that is repeated writes another.
 */
final class WriteShards
    extends PTransform<
        PCollection<KV<Integer, Iterable<Shard>>>, PCollection<KV<Integer, ShardReceipt>>> {
  private final RunInputs inputs;
  private final ParentKeys parents;
  private final OutputOptions output;

  WriteShards(RunInputs inputs, ParentKeys parents, OutputOptions output) {
    this.inputs = inputs;
    this.parents = parents;
    this.output = output;
  }

  @Override
  public PCollection<KV<Integer, ShardReceipt>> expand(
      PCollection<KV<Integer, Iterable<Shard>>> shards) {
    return shards
        .apply(
            "Write shard",
            ParDo.of(new WriteShardFn(inputs, parents, output))
                .withSideInputs(inputs.resolvedPlan(), inputs.schema())
                .withSideInputs(parents.sideInputs()))
        .setCoder(Gathered.coder(ShardReceipt.class));
  }

  private static final class WriteShardFn
      extends DoFn<KV<Integer, Iterable<Shard>>, KV<Integer, ShardReceipt>> {
    private final Counter rowsWritten = RunMetrics.rowsCounter();
    private final RunInputs inputs;
    private final ParentKeys parents;
    private final OutputOptions output;

    /** Kept from one element to the next, so that it is not compiled again. */
    private transient WorkerPrograms worker;

    WriteShardFn(RunInputs inputs, ParentKeys parents, OutputOptions output) {
      this.inputs = inputs;
      this.parents = parents;
      this.output = output;
    }

    @ProcessElement
    public void processElement(ProcessContext context) throws IOException {
      for (Shard shard : context.element().getValue()) {
        context.output(Gathered.together(write(shard, context)));
      }
    }

    private ShardReceipt write(Shard shard, ProcessContext context) throws IOException {
      worker = inputs.programs(context);
      ForeignContext foreign = parents.open(worker, context);
      TableInjector injector = new TableInjector(worker.programs(), shard.tableId(), foreign);
      // Two attempts at a shard may run at once on two workers: the name tells them apart, and
      // nothing of it reaches the output.
      String attempt = shard.file() + "." + UUID.randomUUID();
      boolean isWhole = false;
      output.live().begin();
      try {
        ShardReceipt receipt = write(shard, attempt, foreign, injector);
        isWhole = true;
        return receipt;
      } finally {
        if (!isWhole) {
          FileSystems.delete(
              List.of(file(attempt), file(InjectedList.attempt(attempt))),
              StandardMoveOptions.IGNORE_MISSING_FILES);
        }
        output.live().end();
      }
    }

    private ShardReceipt write(
        Shard shard, String attempt, ForeignContext foreign, TableInjector injector)
        throws IOException {
      if (!injector.isActive()) {
        return write(shard, attempt, foreign, Optional.empty());
      }
      try (ShardChannel channel = open(InjectedList.attempt(attempt))) {
        var injected = new ShardWriter.Injected(injector, new InjectedList(channel));
        return write(shard, attempt, foreign, Optional.of(injected));
      }
    }

    private ShardReceipt write(
        Shard shard,
        String attempt,
        ForeignContext foreign,
        Optional<ShardWriter.Injected> injected)
        throws IOException {
      TableProgram program = worker.programs().program(shard.tableId());
      ShardWriter writer = new ShardWriter(program, foreign, output.sink().open(), injected);
      try (ShardChannel channel = open(attempt)) {
        writer.write(shard, channel, this::count);
        return writer.receipt(shard, attempt, channel);
      }
    }

    private ShardChannel open(String attempt) throws IOException {
      return new ShardChannel(FileSystems.create(file(attempt), "text/csv"));
    }

    private ResourceId file(String attempt) {
      return output.place().unfinished(attempt);
    }

    private void count(long rows) {
      rowsWritten.inc(rows);
      output.live().add(rows);
    }
  }
}
