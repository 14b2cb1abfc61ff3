package io.datalchemy.load;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads the header line of a CSV file, quotes and line breaks within quotes included. */
final class CsvHeader {
  private final InputStream in;
  private final ByteArrayOutputStream field = new ByteArrayOutputStream();
  private final List<String> names = new ArrayList<>();
  private boolean wasQuoted;

  private CsvHeader(InputStream in) {
    this.in = in;
  }

  /** Reads up to and including the line's end; a table without columns has an empty line. */
  static List<String> read(InputStream in) throws IOException {
    return new CsvHeader(in).read();
  }

  private List<String> read() throws IOException {
    boolean quoted = false;
    boolean any = false;
    for (int c = in.read(); c >= 0 && (quoted || c != '\n'); c = in.read()) {
      any = true;
      if (c == '"') {
        if (!quoted && wasQuoted) {
          field.write(c);
        }
        quoted = !quoted;
        wasQuoted = true;
      } else if (c == ',' && !quoted) {
        endField();
      } else {
        field.write(c);
      }
    }
    if (any) {
      endField();
    }
    return List.copyOf(names);
  }

  private void endField() {
    names.add(field.toString(StandardCharsets.UTF_8));
    field.reset();
    wasQuoted = false;
  }
}
