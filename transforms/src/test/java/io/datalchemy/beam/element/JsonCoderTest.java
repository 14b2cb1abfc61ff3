package io.datalchemy.beam.element;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.datalchemy.beam.RunReceipt;
import io.datalchemy.beam.shard.InjectedReceipt;
import io.datalchemy.beam.shard.Shard;
import io.datalchemy.beam.shard.ShardReceipt;
import io.datalchemy.beam.shard.TableReceipt;
import io.datalchemy.inject.InjectionCount;
import io.datalchemy.schema.TableId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.Coder.NonDeterministicException;
import org.apache.beam.sdk.coders.CoderException;
import org.apache.beam.sdk.coders.ListCoder;
import org.apache.beam.sdk.util.CoderUtils;
import org.apache.beam.sdk.util.SerializableUtils;
import org.junit.jupiter.api.Test;

class JsonCoderTest {
  private static final Shard SHARD = new Shard("s", "tabela \"é\"", 1, 2, 10, 20, "s.t.csv");

  @Test
  void givesBackEveryRecordThatTravels() throws CoderException {
    ShardReceipt receipt =
        new ShardReceipt(
            SHARD,
            "attempt",
            100,
            "abc",
            List.of(1L, 0L),
            2,
            3,
            Optional.of(
                new InjectedReceipt(
                    "other",
                    "file",
                    1,
                    9,
                    "def",
                    List.of(new InjectionCount("c", "check", 0.1, 1, 0)))));
    TableReceipt table = new TableReceipt("s", "t", "def", List.of(receipt));
    assertTravels(SHARD, Shard.class);
    assertTravels(receipt, ShardReceipt.class);
    assertTravels(table, TableReceipt.class);
    assertTravels(new RunReceipt(List.of(table)), RunReceipt.class);
    assertTravels(new TableId("a.b", "c"), TableId.class);
  }

  @Test
  void isDeterministic() throws NonDeterministicException, CoderException {
    Coder<Shard> coder = JsonCoder.of(Shard.class);
    coder.verifyDeterministic();
    assertArrayEquals(
        CoderUtils.encodeToByteArray(coder, SHARD),
        CoderUtils.encodeToByteArray(
            JsonCoder.of(Shard.class), new Shard("s", "tabela \"é\"", 1, 2, 10, 20, "s.t.csv")));
  }

  @Test
  void equalsTheCoderOfTheSameTypeAlone() {
    Coder<Shard> copy = SerializableUtils.clone(JsonCoder.of(Shard.class));
    assertEquals(JsonCoder.of(Shard.class), copy);
    assertEquals(JsonCoder.of(Shard.class).hashCode(), copy.hashCode());
    assertNotEquals(JsonCoder.of(Shard.class), JsonCoder.of(TableId.class));
  }

  private static <T> void assertTravels(T value, Class<T> type) throws CoderException {
    Coder<T> coder = JsonCoder.of(type);
    assertEquals(value, CoderUtils.clone(coder, value));
    // Nested in another coder's stream, what follows must be found again.
    Coder<List<T>> list = ListCoder.of(coder);
    assertEquals(Stream.of(value, value).toList(), CoderUtils.clone(list, List.of(value, value)));
  }
}
