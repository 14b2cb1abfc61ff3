package io.datalchemy.beam.shard;

import io.datalchemy.schema.TableId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;

/**
 * One file of a table to be written: the rows from {@code firstRow} to before {@code endRow}.
 *
 * @param index counts the table's shards from 0
 * @param file the file's plain name within the run folder
 */
public record Shard(
    String schema, String table, int index, int count, long firstRow, long endRow, String file) {
  public Shard {
    Objects.requireNonNull(schema, "schema");
    Objects.requireNonNull(table, "table");
    Objects.requireNonNull(file, "file");
    if (index < 0 || index >= count) {
      throw new IllegalArgumentException(
          "index: must be within 0 and " + (count - 1) + ", was " + index);
    }
    if (firstRow < 0 || endRow < firstRow) {
      throw new IllegalArgumentException(
          "rows: must be a range, were " + firstRow + " to before " + endRow);
    }
  }

  /**
   * Splits a table into so many shards, none more than one row longer than another.
   *
   * @param files the name of each shard's file, by index
   */
  public static List<Shard> split(TableId table, long rows, int count, IntFunction<String> files) {
    List<Shard> shards = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      shards.add(
          new Shard(
              table.schema(),
              table.table(),
              i,
              count,
              boundary(rows, i, count),
              boundary(rows, i + 1, count),
              files.apply(i)));
    }
    return shards;
  }

  /** The shards of at most {@code shardRows} rows that a table of so many rows takes. */
  public static int count(long rows, long shardRows) {
    long count = Math.max(1, rows / shardRows + (rows % shardRows == 0 ? 0 : 1));
    return Math.toIntExact(count);
  }

  /** The table's id. */
  public TableId tableId() {
    return new TableId(schema, table);
  }

  /** How many rows the shard has. */
  public long rows() {
    return endRow - firstRow;
  }

  private static long boundary(long rows, int index, int count) {
    return rows / count * index + Math.min(index, rows % count);
  }
}
