package io.datalchemy.resolution.condition;

import io.datalchemy.schema.DatabaseSchema;
import io.datalchemy.schema.PartitionOf;
import io.datalchemy.schema.Partitioning;
import io.datalchemy.schema.Partitioning.Strategy;
import io.datalchemy.schema.Table;
import io.datalchemy.schema.TableId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The condition under which a row has a partition to go to, as the SQL of a CHECK.
 *
 * <p>There is none where a DEFAULT partition takes the rest, or where rows are spread by hash.
 * Partitions that are partitioned themselves add their own condition to their bound.
 */
public final class PartitionBounds {
  private static final Pattern MODULUS = Pattern.compile("modulus ([0-9]+)");

  private final DatabaseSchema schema;

  /** The bounds of the partitions of a schema. */
  public PartitionBounds(DatabaseSchema schema) {
    this.schema = schema;
  }

  /** The condition as a CHECK; empty if any row has a partition. */
  public Optional<String> condition(TableId id) {
    return either(id).map(sql -> "CHECK (" + sql + ")");
  }

  /** The key of the table or of a partition below it that is not made of columns alone. */
  public Optional<String> unreadableKey(TableId id) {
    Optional<Table> table = schema.table(id);
    Optional<Partitioning> partitioning = table.flatMap(Table::partitioning);
    if (partitioning.isEmpty()) {
      return Optional.empty();
    }
    boolean isReadable =
        partitioning.get().strategy() == Strategy.HASH
            || PartitionKey.of(table.get(), partitioning.get()).isPresent();
    return isReadable
        ? schema.partitions(id).toList().stream()
            .flatMap(p -> unreadableKey(p).stream())
            .findFirst()
        : Optional.of(partitioning.get().key());
  }

  /** Whether the table is partitioned and no row has a partition to go to. */
  public boolean takesNoRow(TableId id) {
    return schema.table(id).flatMap(Table::partitioning).isPresent()
        && schema.partitions(id).allMatch(this::takesNoRow);
  }

  /** Whether rows are spread by hash and some hashes have no partition. */
  public boolean lacksHashes(TableId id) {
    boolean isHash =
        schema
            .table(id)
            .flatMap(Table::partitioning)
            .filter(p -> p.strategy() == Strategy.HASH)
            .isPresent();
    List<TableId> partitions = schema.partitions(id).filter(p -> !takesNoRow(p)).toList();
    return (isHash && share(partitions) < 1 - 1e-9)
        || partitions.stream().anyMatch(this::lacksHashes);
  }

  private double share(List<TableId> partitions) {
    return partitions.stream()
        .flatMap(partition -> schema.table(partition).flatMap(Table::partitionOf).stream())
        .map(partition -> MODULUS.matcher(partition.bound()))
        .mapToDouble(modulus -> modulus.find() ? 1.0 / Integer.parseInt(modulus.group(1)) : 1)
        .sum();
  }

  /**
   * The rows that go to a partition, as an expression in SQL; for the DEFAULT one, those that go to
   * none of the others.
   *
   * @return empty if that may be any row
   */
  Optional<String> rows(TableId parent, TableId partition) {
    if (!bound(partition).equals("DEFAULT")) {
      return own(parent, partition);
    }
    List<String> others = new ArrayList<>();
    schema
        .partitions(parent)
        .filter(other -> !other.equals(partition))
        .forEach(other -> own(parent, other).ifPresent(others::add));
    boolean isKnown = !others.isEmpty() && others.size() + 1 == schema.partitions(parent).count();
    return isKnown
        ? Optional.of("((" + String.join(" OR ", others) + ") IS NOT TRUE)")
        : Optional.empty();
  }

  private String bound(TableId partition) {
    return schema
        .table(partition)
        .flatMap(Table::partitionOf)
        .map(PartitionOf::bound)
        .orElseThrow();
  }

  private Optional<String> own(TableId parent, TableId partition) {
    Table table = schema.table(parent).orElseThrow();
    String bound = bound(partition);
    return table
        .partitioning()
        .filter(p -> p.strategy() != Strategy.HASH && !bound.equals("DEFAULT"))
        .flatMap(p -> PartitionKey.of(table, p))
        .map(key -> key.condition(bound));
  }

  private Optional<String> either(TableId id) {
    List<TableId> partitions = schema.partitions(id).filter(p -> !takesNoRow(p)).toList();
    List<String> either = new ArrayList<>();
    for (TableId partition : partitions) {
      Optional<String> part = part(id, partition);
      if (part.isEmpty()) {
        return Optional.empty();
      }
      either.add(part.get());
    }
    return either.isEmpty()
        ? Optional.empty()
        : Optional.of("(" + String.join(" OR ", either) + ")");
  }

  /** The rows of one partition; empty if that may be any row. */
  private Optional<String> part(TableId parent, TableId partition) {
    Optional<String> own = own(parent, partition);
    Optional<String> below = either(partition);
    return own.isPresent() && below.isPresent()
        ? Optional.of("(" + own.get() + " AND " + below.get() + ")")
        : own.or(() -> below);
  }
}
