package io.datalchemy.beam.keys;

import java.io.Serializable;
import org.apache.beam.sdk.coders.ByteArrayCoder;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.View;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollectionView;

/** The documents that every stage reads, as singleton side inputs of canonical JSON. */
public record RunInputs(PCollectionView<byte[]> resolvedPlan, PCollectionView<byte[]> schema)
    implements Serializable {

  /** Puts the documents of a run into its pipeline. */
  public static RunInputs read(PBegin begin, byte[] resolvedPlanJson, byte[] schemaJson) {
    return new RunInputs(
        document(begin, "resolved plan", resolvedPlanJson), document(begin, "schema", schemaJson));
  }

  private static PCollectionView<byte[]> document(PBegin begin, String name, byte[] json) {
    return begin
        .apply("Read " + name, Create.of(json).withCoder(ByteArrayCoder.of()))
        .apply("View " + name, View.asSingleton());
  }

  /** The programs of the run, compiled on the worker's first element. */
  public WorkerPrograms programs(DoFn<?, ?>.ProcessContext context) {
    return WorkerPrograms.of(context.sideInput(resolvedPlan), context.sideInput(schema));
  }
}
