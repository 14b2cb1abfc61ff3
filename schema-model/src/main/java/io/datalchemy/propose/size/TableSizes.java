package io.datalchemy.propose.size;

import io.datalchemy.schema.DatabaseSchema;
import io.datalchemy.schema.Table;
import io.datalchemy.schema.TableId;
import java.util.Collections;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The sizes of all tables of a schema that hold rows, by name, whatever their keys allow. */
public final class TableSizes {
  private static final String AS_ASKED = "as many rows as asked for";

  private final SortedMap<TableId, TableSize> sizes;

  private TableSizes(SortedMap<TableId, TableSize> sizes) {
    this.sizes = Collections.unmodifiableSortedMap(sizes);
  }

  /**
   * The sizes of a schema's tables.
   *
   * @param rows the rows asked for, at least 1: of each table, or of an ordinary one by shape
   */
  public static TableSizes of(DatabaseSchema schema, SizePolicy policy, long rows) {
    Objects.requireNonNull(policy, "policy");
    if (rows < 1) {
      throw new IllegalArgumentException("rows: must be at least 1, was " + rows);
    }
    SortedMap<TableId, TableSize> sizes =
        policy == SizePolicy.SAME ? same(schema, rows) : new ShapeSizes(schema, rows).sizes();
    if (policy == SizePolicy.DATABASE) {
      sizes.replaceAll((id, size) -> estimated(schema, id).orElse(size));
    }
    return new TableSizes(sizes);
  }

  /**
   * The size of a table.
   *
   * @throws IllegalArgumentException if the schema has none of that name that holds rows
   */
  public TableSize of(TableId table) {
    TableSize size = sizes.get(table);
    if (size == null) {
      throw new IllegalArgumentException("table " + table + ": holds no rows in this schema");
    }
    return size;
  }

  private static SortedMap<TableId, TableSize> same(DatabaseSchema schema, long rows) {
    SortedMap<TableId, TableSize> sizes = new TreeMap<>();
    schema
        .tableIds()
        .filter(id -> schema.table(id).filter(Table::holdsRows).isPresent())
        .forEach(id -> sizes.put(id, new TableSize(rows, AS_ASKED)));
    return sizes;
  }

  /** The estimate of a table: its own, or the sum of its partitions'. */
  private static Optional<TableSize> estimated(DatabaseSchema schema, TableId id) {
    long rows = estimate(schema, id);
    return rows < 1
        ? Optional.empty()
        : Optional.of(new TableSize(rows, "as many rows as the database estimates"));
  }

  private static long estimate(DatabaseSchema schema, TableId id) {
    long own = schema.table(id).flatMap(Table::rowEstimate).orElse(0L);
    return own > 0
        ? own
        : schema
            .tableIds()
            .filter(other -> isPartition(schema, other, id))
            .mapToLong(partition -> estimate(schema, partition))
            .sum();
  }

  private static boolean isPartition(DatabaseSchema schema, TableId id, TableId of) {
    return schema
        .table(id)
        .flatMap(Table::partitionOf)
        .filter(partition -> partition.parent().equals(of))
        .isPresent();
  }
}
