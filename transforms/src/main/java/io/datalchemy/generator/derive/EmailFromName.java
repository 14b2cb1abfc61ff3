package io.datalchemy.generator.derive;

import io.datalchemy.generator.Cells;
import io.datalchemy.generator.GeneratorRequest;
import io.datalchemy.generator.RowNumbered;
import io.datalchemy.generator.ValueGenerator;
import io.datalchemy.generator.text.AsciiFolding;
import io.datalchemy.generator.text.Utf8;
import io.datalchemy.type.TypeFamily;
import io.datalchemy.type.ValueType;
import io.datalchemy.vector.ColumnVector;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.LongUnaryOperator;

/**
 * The words of a name without accents, joined by dots, at a domain; NULL where the name is NULL.
 *
 * <p>What does not fit the column is cut from the name, never from the domain. With {@code digits},
 * a number of so many letters and digits can follow the name, so that addresses differ.
 */
final class EmailFromName implements ValueGenerator, RowNumbered {
  private static final byte[] NOBODY = "contato".getBytes(StandardCharsets.US_ASCII);
  private static final int MAX_LOCAL = 64;
  private static final int RADIX = 36;
  private static final int MAX_DIGITS = 11;

  private final byte[] domain;
  private final int room;
  private final int digits;

  private EmailFromName(byte[] domain, int room, int digits) {
    this.domain = domain;
    this.room = room;
    this.digits = digits;
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
    long digits = request.params().integer("digits").orElse(0L);
    if (digits < 0 || digits > MAX_DIGITS) {
      throw new IllegalArgumentException(
          "digits: must be from 0 to " + MAX_DIGITS + ", was " + digits);
    }
    return new EmailFromName(domain.getBytes(StandardCharsets.UTF_8), room, (int) digits);
  }

  @Override
  public Optional<RowNumbered> rowNumbered() {
    return digits > 0 && digits <= room ? Optional.of(this) : Optional.empty();
  }

  @Override
  public long size() {
    long size = 1;
    for (int i = 0; i < digits; i++) {
      size *= RADIX;
    }
    return size;
  }

  @Override
  public boolean isDistinct() {
    return true;
  }

  @Override
  public void fill(Cells cells, ColumnVector out) {
    fill(cells, Optional.empty(), out);
  }

  @Override
  public void fill(Cells cells, LongUnaryOperator numberOfRow, ColumnVector out) {
    fill(cells, Optional.of(numberOfRow), out);
  }

  private void fill(Cells cells, Optional<LongUnaryOperator> numbers, ColumnVector out) {
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
      long row = cells.row(i);
      out.begin(i);
      if (numbers.isPresent()) {
        putName(folded, room - digits - 1, out);
        putNumber(numbers.get().applyAsLong(row), out);
      } else {
        putName(folded, room, out);
      }
      out.put(domain);
      out.end(i);
    }
  }

  /** The number behind a dot, always of the same length: the last part tells rows apart. */
  private void putNumber(long number, ColumnVector out) {
    if (room > digits + 1) {
      out.put('.');
    }
    long unit = size();
    for (int place = 0; place < digits; place++) {
      unit /= RADIX;
      out.put(Character.forDigit((int) (number / unit % RADIX), RADIX));
    }
  }

  private static void putName(ColumnVector folded, int room, ColumnVector out) {
    int length = Utf8.prefix(folded.heap(), 0, folded.length(0), Math.max(0, room));
    if (length > 0 && folded.heap()[length - 1] == '.') {
      length--;
    }
    if (length == 0) {
      out.put(NOBODY, 0, Math.min(NOBODY.length, Math.max(0, room)));
    } else {
      out.put(folded.heap(), 0, length);
    }
  }
}
