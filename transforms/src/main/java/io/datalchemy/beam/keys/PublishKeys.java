package io.datalchemy.beam.keys;

import io.datalchemy.beam.element.JsonCoder;
import io.datalchemy.foreign.ForeignContext;
import io.datalchemy.resolve.ResolvedTable;
import io.datalchemy.row.RowBlock;
import io.datalchemy.row.TableProgram;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.coders.ByteArrayCoder;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.VarLongCoder;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.View;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollectionView;

/**
 * Computes the columns of a parent table that its children read, and nothing else of it, and gives
 * them as Avro key blocks in a map side input: block number to block.
 */
public final class PublishKeys extends PTransform<PBegin, PCollectionView<Map<Long, byte[]>>> {
  private final ResolvedTable table;
  private final RunInputs inputs;
  private final ParentKeys parents;

  /** The keys of one table, which may take values from parents that are published themselves. */
  public PublishKeys(ResolvedTable table, RunInputs inputs, ParentKeys parents) {
    this.table = table;
    this.inputs = inputs;
    this.parents = parents;
  }

  @Override
  public PCollectionView<Map<Long, byte[]>> expand(PBegin begin) {
    return begin
        .apply(
            "Key ranges",
            Create.of(KeyRange.split(table.id(), table.rows()))
                .withCoder(JsonCoder.of(KeyRange.class)))
        .apply(
            "Encode key blocks",
            ParDo.of(new EncodeKeyBlocksFn(inputs, parents))
                .withSideInputs(inputs.resolvedPlan(), inputs.schema())
                .withSideInputs(parents.sideInputs()))
        .setCoder(KvCoder.of(VarLongCoder.of(), ByteArrayCoder.of()))
        .apply("View key blocks", View.asMap());
  }

  private static final class EncodeKeyBlocksFn extends DoFn<KeyRange, KV<Long, byte[]>> {
    private final RunInputs inputs;
    private final ParentKeys parents;

    /** Kept from one element to the next, so that it is not compiled again. */
    private transient WorkerPrograms worker;

    EncodeKeyBlocksFn(RunInputs inputs, ParentKeys parents) {
      this.inputs = inputs;
      this.parents = parents;
    }

    @ProcessElement
    public void processElement(ProcessContext context) {
      KeyRange range = context.element();
      worker = inputs.programs(context);
      ForeignContext foreign = parents.open(worker, context);
      KeyBlockFormat format = worker.exportedKeys(range.tableId()).format();
      TableProgram program = worker.programs().program(range.tableId());
      List<String> columns = format.columns().stream().map(c -> c.name()).toList();
      RowBlock block = program.newBlock(columns, KeyRange.BLOCK_ROWS);
      for (long number = range.firstBlock(); number < range.endBlock(); number++) {
        long firstRow = number * KeyRange.BLOCK_ROWS;
        int rows = (int) Math.min(KeyRange.BLOCK_ROWS, program.rows() - firstRow);
        block.rows().setRange(firstRow, rows);
        program.fill(block, foreign);
        context.output(KV.of(number, format.encode(block.columns(), rows)));
      }
    }
  }
}
