package io.datalchemy.generator.derive;

import io.datalchemy.generator.Cells;
import io.datalchemy.generator.GeneratorRequest;
import io.datalchemy.generator.ValueGenerator;
import io.datalchemy.generator.text.AsciiFolding;
import io.datalchemy.generator.text.Utf8;
import io.datalchemy.type.TypeFamily;
import io.datalchemy.type.ValueType;
import io.datalchemy.vector.ColumnVector;
import java.nio.charset.StandardCharsets;

/**
 * The words of a name without accents, joined by dots, at a domain; NULL where the name is NULL.
 *
 * <p>What does not fit the column is cut from the name, never from the domain.
 */
final class EmailFromName implements ValueGenerator {
  private static final byte[] NOBODY = "contato".getBytes(StandardCharsets.US_ASCII);
  private static final int MAX_LOCAL = 64;

  private final byte[] domain;
  private final int room;

  private EmailFromName(byte[] domain, int room) {
    this.domain = domain;
    this.room = room;
  }

  static EmailFromName generator(GeneratorRequest request) {
    Inputs.require(request, 1, 1);
    ValueType input = request.inputTypes().get(0);
    if (input.family() != TypeFamily.TEXT) {
      throw new IllegalArgumentException(
          "input_columns: must name a column of text, was " + input.name());
    }
    String domain = "@" + request.params().text("domain").orElse("example.com");
    int room = Math.min(MAX_LOCAL, request.maxChars() - domain.length());
    if (room < 1) {
      throw new IllegalArgumentException(
          "domain: must leave room for a name in " + request.maxChars() + " characters");
    }
    return new EmailFromName(domain.getBytes(StandardCharsets.UTF_8), room);
  }

  @Override
  public void fill(Cells cells, ColumnVector out) {
    ColumnVector names = cells.input(0);
    ColumnVector folded = new ColumnVector(ValueType.text(), 1);
    for (int i = 0; i < cells.size(); i++) {
      if (names.isNull(i)) {
        out.setNull(i);
        continue;
      }
      folded.reset();
      folded.begin(0);
      AsciiFolding.putDotted(names.heap(), names.start(i), names.length(i), folded);
      folded.end(0);
      write(folded, out, i);
    }
  }

  private void write(ColumnVector folded, ColumnVector out, int i) {
    out.begin(i);
    int length = Utf8.prefix(folded.heap(), 0, folded.length(0), room);
    if (length > 0 && folded.heap()[length - 1] == '.') {
      length--;
    }
    if (length == 0) {
      out.put(NOBODY, 0, Math.min(NOBODY.length, room));
    } else {
      out.put(folded.heap(), 0, length);
    }
    out.put(domain);
    out.end(i);
  }
}
