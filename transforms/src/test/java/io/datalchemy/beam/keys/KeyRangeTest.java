package io.datalchemy.beam.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.datalchemy.beam.element.JsonCoder;
import org.apache.beam.sdk.coders.CoderException;
import org.apache.beam.sdk.util.CoderUtils;
import org.junit.jupiter.api.Test;

class KeyRangeTest {
  @Test
  void comesBackFromItsCoder() throws CoderException {
    KeyRange range = new KeyRange("s", "tabela \"é\"", 0, 3);
    assertEquals(range, CoderUtils.clone(JsonCoder.of(KeyRange.class), range));
  }
}
