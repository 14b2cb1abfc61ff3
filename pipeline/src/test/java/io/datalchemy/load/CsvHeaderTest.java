package io.datalchemy.load;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvHeaderTest {
  private static InputStream csv(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void readsPlainNames() throws IOException {
    assertEquals(List.of("id", "nome"), CsvHeader.read(csv("id,nome\n1,a\n")));
  }

  @Test
  void readsNamesWithCommasQuotesAndLineBreaks() throws IOException {
    String header = "\"a,b\",\"say \"\"x\"\"\",\"\"\"\",\"two\nlines\",ção\n";
    assertEquals(
        List.of("a,b", "say \"x\"", "\"", "two\nlines", "ção"), CsvHeader.read(csv(header)));
  }

  @Test
  void leavesTheFirstRowToBeRead() throws IOException {
    InputStream in = csv("id\n7\n");
    assertEquals(List.of("id"), CsvHeader.read(in));
    assertEquals("7\n", new String(in.readAllBytes(), StandardCharsets.UTF_8));
  }

  @Test
  void findsNoNameInAnEmptyLine() throws IOException {
    assertEquals(List.of(), CsvHeader.read(csv("\n\n")));
  }
}
