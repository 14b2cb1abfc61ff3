package io.datalchemy.beam.keys;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.datalchemy.beam.keys.KeyBlockBuilder.UnsupportedKeyException;
import io.datalchemy.existing.ExistingColumn;
import io.datalchemy.existing.ExistingTable;
import io.datalchemy.problem.InvalidInputException;
import io.datalchemy.type.TypeFamily;
import io.datalchemy.type.ValueType;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyFileTest {
  private static final List<ExistingColumn> COLUMNS =
      List.of(
          new ExistingColumn("id", ValueType.of(TypeFamily.INTEGER, "int8")),
          new ExistingColumn("código", ValueType.text()));

  private static byte[] file(int rows) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    KeyBlockBuilder builder = new KeyBlockBuilder("s.t", COLUMNS);
    try (KeyFileWriter writer = new KeyFileWriter(COLUMNS, out)) {
      for (int i = 0; i < rows; i++) {
        builder.set(0, Integer.toString(i));
        builder.set(1, i % 2 == 0 ? null : "ç" + i);
        if (builder.endRow() || i == rows - 1) {
          writer.append(builder.take());
        }
      }
    }
    return out.toByteArray();
  }

  private static int read(byte[] file, long rows) throws IOException {
    ExistingTable table = new ExistingTable("s", "t", "s.t.avro", rows, 0, "", COLUMNS);
    int found = 0;
    try (KeyFileReader reader = new KeyFileReader(new ByteArrayInputStream(file), table)) {
      while (reader.hasNext()) {
        KeyFileReader.KeyRows block = reader.nextRows();
        for (int i = 0; i < block.count(); i++, found++) {
          assertEquals(found, block.columns().get(0).longAt(i));
          assertEquals(found % 2 == 0, block.columns().get(1).isNull(i));
        }
        assertEquals("ç1", found > 8192 ? "ç1" : block.columns().get(1).textAt(1));
      }
    }
    return found;
  }

  @Test
  void givesBackTheRowsOfManyBlocksAndOfNone() throws IOException {
    assertEquals(20_000, read(file(20_000), 20_000));
    assertEquals(8192, read(file(8192), 8192));
    assertEquals(0, read(file(0), 0));
  }

  @Test
  void givesTheSameBytesEachTime() throws IOException {
    assertArrayEquals(file(9_000), file(9_000));
  }

  @Test
  void refusesFilesOfOtherRowsOrCutShort() throws IOException {
    byte[] file = file(9_000);
    assertCorrupt(file, 9_001);
    assertCorrupt(file, 8_192);
    assertCorrupt(file, 20_000);
    assertCorrupt(Arrays.copyOf(file, file.length - 100), 9_000);
    assertCorrupt(Arrays.copyOf(file, 10), 9_000);
    assertCorrupt(new byte[0], 0);
  }

  private static void assertCorrupt(byte[] file, long rows) {
    InvalidInputException refused =
        assertThrows(InvalidInputException.class, () -> read(file, rows));
    assertEquals("key_file_corrupt", refused.problems().get(0).code());
  }

  @ParameterizedTest
  @CsvSource({
    "DATE,date,infinity", "DATE,date,0044-03-15 BC", "DATE,date,10000-01-01",
    "TIMESTAMP,timestamp,-infinity", "TIME,time,24:00:00", "INTEGER,int8,9223372036854775808",
    "DECIMAL,numeric,NaN", "DECIMAL,numeric,0.001", "DECIMAL,numeric,99999999999999999999"
  })
  void refusesValuesThatItCannotHoldWithoutNamingThem(
      TypeFamily family, String type, String value) {
    KeyBlockBuilder builder =
        new KeyBlockBuilder("s.t", List.of(new ExistingColumn("k", ValueType.of(family, type))));
    UnsupportedKeyException refused =
        assertThrows(UnsupportedKeyException.class, () -> builder.set(0, value));
    assertEquals("s.t.k", refused.getMessage());
    assertFalse(builder.endRow());
  }
}
