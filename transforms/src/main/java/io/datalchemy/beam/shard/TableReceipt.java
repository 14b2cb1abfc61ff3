package io.datalchemy.beam.shard;

import io.datalchemy.inject.InjectionCount;
import io.datalchemy.schema.TableId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What was written of one table, its shards in row order.
 *
 * @param sha256 of the header line and then all data lines in order, however they are split
 */
public record TableReceipt(String schema, String table, String sha256, List<ShardReceipt> shards) {
  public TableReceipt {
    Objects.requireNonNull(schema, "schema");
    Objects.requireNonNull(table, "table");
    Objects.requireNonNull(sha256, "sha256");
    shards = List.copyOf(shards);
    if (shards.isEmpty()) {
      throw new IllegalArgumentException("shards: must not be empty for " + schema + "." + table);
    }
  }

  /** The table's id. */
  public TableId id() {
    return new TableId(schema, table);
  }

  /** The rows of all shards. */
  public long rows() {
    return shards.stream().mapToLong(receipt -> receipt.shard().rows()).sum();
  }

  /** The bytes of all files. */
  public long bytes() {
    return shards.stream().mapToLong(ShardReceipt::bytes).sum();
  }

  /** How often a row was drawn again. */
  public long redraws() {
    return shards.stream().mapToLong(ShardReceipt::redraws).sum();
  }

  /** Rows that broke a residual condition at their last draw. */
  public long unsatisfied() {
    return shards.stream().mapToLong(ShardReceipt::unsatisfied).sum();
  }

  /** The rows broken on purpose, by rule in the plan's order. */
  public List<InjectionCount> injections() {
    List<InjectionCount> sums = new ArrayList<>();
    for (ShardReceipt shard : shards) {
      List<InjectionCount> counts = shard.injected().map(InjectedReceipt::counts).orElse(List.of());
      for (int i = 0; i < counts.size(); i++) {
        if (i == sums.size()) {
          sums.add(counts.get(i));
        } else {
          sums.set(i, sums.get(i).plus(counts.get(i)));
        }
      }
    }
    return List.copyOf(sums);
  }

  /** How many values of the written column at that place are NULL. */
  public long nulls(int column) {
    return shards.stream().mapToLong(receipt -> receipt.nulls().get(column)).sum();
  }
}
