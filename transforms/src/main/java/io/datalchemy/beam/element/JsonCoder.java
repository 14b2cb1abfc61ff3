package io.datalchemy.beam.element;

import io.datalchemy.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Objects;
import org.apache.beam.sdk.coders.ByteArrayCoder;
import org.apache.beam.sdk.coders.CustomCoder;
import org.apache.beam.sdk.values.TypeDescriptor;

/**
 * Encodes one of our records as its canonical JSON: the same bytes for equal records, everywhere.
 *
 * <p>For descriptors and receipts, of which there are few; never for rows.
 */
public final class JsonCoder<T> extends CustomCoder<T> {
  private static final ByteArrayCoder BYTES = ByteArrayCoder.of();

  private final Class<T> type;

  private JsonCoder(Class<T> type) {
    this.type = type;
  }

  /** The coder of a record type. */
  public static <T> JsonCoder<T> of(Class<T> type) {
    return new JsonCoder<>(type);
  }

  @Override
  public void encode(T value, OutputStream out) throws IOException {
    BYTES.encode(Json.canonical(value), out);
  }

  @Override
  public T decode(InputStream in) throws IOException {
    return Json.mapper().readValue(BYTES.decode(in), type);
  }

  @Override
  public void verifyDeterministic() {
    // Canonical JSON has one form for each record.
  }

  @Override
  public TypeDescriptor<T> getEncodedTypeDescriptor() {
    return TypeDescriptor.of(type);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof JsonCoder<?> coder && coder.type.equals(type);
  }

  @Override
  public int hashCode() {
    return Objects.hash(JsonCoder.class, type.getName());
  }
}
