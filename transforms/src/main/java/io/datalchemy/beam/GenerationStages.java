package io.datalchemy.beam;

import io.datalchemy.beam.keys.KeyPublication;
import io.datalchemy.beam.shard.Shard;
import io.datalchemy.resolve.ResolvedPlan;
import io.datalchemy.schema.DatabaseSchema;
import io.datalchemy.schema.TableId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What the generation pipeline is built from, all of it known before the first row.
 *
 * @param shards the shards of each table of the plan
 * @param keys the tables whose keys are published as side inputs; others' are computed
 */
public record GenerationStages(
    ResolvedPlan plan,
    DatabaseSchema schema,
    Map<TableId, List<Shard>> shards,
    KeyPublication keys) {
  public GenerationStages {
    Objects.requireNonNull(plan, "plan");
    Objects.requireNonNull(schema, "schema");
    shards = new TreeMap<>(shards);
    Objects.requireNonNull(keys, "keys");
    for (var table : plan.tables()) {
      if (!shards.containsKey(table.id())) {
        throw new IllegalArgumentException(
            "shards: must be given for every table, are not for " + table.id());
      }
    }
  }
}
