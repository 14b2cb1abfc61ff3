package io.datalchemy.beam.keys;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.datalchemy.existing.ExistingColumn;
import io.datalchemy.type.TypeFamily;
import io.datalchemy.type.ValueType;
import io.datalchemy.vector.ColumnVector;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.junit.jupiter.api.Test;

class KeyBlockFormatTest {
  private static final ExistingColumn NUMBER =
      new ExistingColumn("id do cliente", ValueType.of(TypeFamily.INTEGER, "int8"));
  private static final ExistingColumn TEXT = new ExistingColumn("código", ValueType.text());
  private static final KeyBlockFormat FORMAT = new KeyBlockFormat(List.of(NUMBER, TEXT));

  @Test
  void givesBackWhatItWasGiven() {
    KeyBlock block = FORMAT.decode(FORMAT.encode(vectors(), 3), 3);
    ColumnVector numbers = block.columns().get(FORMAT.place("id do cliente"));
    ColumnVector texts = block.columns().get(FORMAT.place("código"));
    assertEquals(Long.MIN_VALUE, numbers.longAt(0));
    assertTrue(numbers.isNull(1));
    assertEquals(Long.MAX_VALUE, numbers.longAt(2));
    assertEquals("ção", texts.textAt(0));
    assertEquals("", texts.textAt(1));
    assertTrue(texts.isNull(2));
  }

  @Test
  void isAvroThatAnyReaderUnderstands() throws IOException {
    byte[] block = FORMAT.encode(vectors(), 3);
    GenericRecord record =
        new GenericDatumReader<GenericRecord>(FORMAT.schema())
            .read(null, DecoderFactory.get().binaryDecoder(block, null));
    List<?> numbers = (List<?>) record.get("c0");
    List<?> texts = (List<?>) record.get("c1");
    assertEquals(Long.MIN_VALUE, numbers.get(0));
    assertNull(numbers.get(1));
    assertEquals(ByteBuffer.wrap("ção".getBytes(StandardCharsets.UTF_8)), texts.get(0));
    assertNull(texts.get(2));
    assertEquals("código", FORMAT.schema().getField("c1").getProp("column"));
  }

  @Test
  void givesTheSameBytesForTheSameValues() {
    assertArrayEquals(FORMAT.encode(vectors(), 3), FORMAT.encode(vectors(), 3));
  }

  @Test
  void refusesABlockOfAnotherLength() {
    byte[] block = FORMAT.encode(vectors(), 2);
    UncheckedIOException e =
        assertThrows(UncheckedIOException.class, () -> FORMAT.decode(block, 3));
    assertEquals("rows: must be 3, were 2", e.getCause().getMessage());
  }

  @Test
  void knowsOnlyExportedColumns() {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> FORMAT.place("nome"));
    assertEquals("column nome: is not exported", e.getMessage());
  }

  private static List<ColumnVector> vectors() {
    ColumnVector numbers = new ColumnVector(NUMBER.type(), 3);
    numbers.setLong(0, Long.MIN_VALUE);
    numbers.setNull(1);
    numbers.setLong(2, Long.MAX_VALUE);
    ColumnVector texts = new ColumnVector(TEXT.type(), 3);
    texts.setText(1, "");
    texts.setText(0, "ção");
    texts.setNull(2);
    return List.of(numbers, texts);
  }
}
