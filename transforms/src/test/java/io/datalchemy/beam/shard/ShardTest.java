package io.datalchemy.beam.shard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.datalchemy.schema.TableId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShardTest {
  private static final TableId TABLE = new TableId("s", "t");

  @ParameterizedTest
  @CsvSource({"0,1", "0,3", "1,1", "1,7", "10,3", "1000,7", "9223372036854775807,5"})
  void splitsWithoutGapOrOverlap(long rows, int count) {
    List<Shard> shards = Shard.split(TABLE, rows, count, i -> "t-" + i);
    assertEquals(count, shards.size());
    long next = 0;
    for (int i = 0; i < count; i++) {
      Shard shard = shards.get(i);
      assertEquals(i, shard.index());
      assertEquals("t-" + i, shard.file());
      assertEquals(next, shard.firstRow());
      long even = rows / count;
      assertTrue(shard.rows() == even || shard.rows() == even + 1, shard.toString());
      next = shard.endRow();
    }
    assertEquals(rows, next);
  }

  @ParameterizedTest
  @CsvSource({"0,100,1", "1,100,1", "100,100,1", "101,100,2", "1000,100,10", "1000,1,1000"})
  void countsAsManyShardsAsItsRowsNeed(long rows, long shardRows, int expected) {
    assertEquals(expected, Shard.count(rows, shardRows));
  }

  @Test
  void refusesRowsThatAreNoRange() {
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class, () -> new Shard("s", "t", 0, 1, 5, 4, "t.csv"));
    assertEquals("rows: must be a range, were 5 to before 4", e.getMessage());
  }
}
