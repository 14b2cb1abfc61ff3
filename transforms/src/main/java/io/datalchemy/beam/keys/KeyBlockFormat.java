package io.datalchemy.beam.keys;

import io.datalchemy.existing.ExistingColumn;
import io.datalchemy.vector.ColumnVector;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;

/**
 * Key blocks as Avro: a record with one array for each exported column, of longs or of UTF-8 bytes,
 * each value in a union with null.
 *
 * <p>Fields are {@code c0}, {@code c1}, … in column order, with the column's own name as {@code
 * column}, since Avro names take no spaces or accents. The same values give the same bytes.
 */
final class KeyBlockFormat {
  private static final int NULL_BRANCH = 0;
  private static final int VALUE_BRANCH = 1;

  private final List<ExistingColumn> columns;
  private final Schema schema;
  private final Map<String, Integer> places = new TreeMap<>();

  KeyBlockFormat(List<ExistingColumn> columns) {
    this.columns = List.copyOf(columns);
    this.schema = schemaOf(columns);
    for (int i = 0; i < columns.size(); i++) {
      places.put(columns.get(i).name(), i);
    }
  }

  private static Schema schemaOf(List<ExistingColumn> columns) {
    List<Schema.Field> fields = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      boolean isLong = columns.get(i).type().family().isLong();
      Schema value = Schema.create(isLong ? Schema.Type.LONG : Schema.Type.BYTES);
      Schema item = Schema.createUnion(Schema.create(Schema.Type.NULL), value);
      Schema.Field field = new Schema.Field("c" + i, Schema.createArray(item));
      field.addProp("column", columns.get(i).name());
      fields.add(field);
    }
    return Schema.createRecord("KeyBlock", null, "io.datalchemy", false, fields);
  }

  /** The Avro schema of a block. */
  Schema schema() {
    return schema;
  }

  /** The exported columns, in order. */
  List<ExistingColumn> columns() {
    return columns;
  }

  /** The place of an exported column among the block's. */
  int place(String column) {
    Integer place = places.get(column);
    if (place == null) {
      throw new IllegalArgumentException("column " + column + ": is not exported");
    }
    return place;
  }

  /** Encodes the first so many rows of the vectors. */
  byte[] encode(List<ColumnVector> vectors, int rows) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(rows * vectors.size() * 8);
    BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
    try {
      for (ColumnVector vector : vectors) {
        write(vector, rows, encoder);
      }
      encoder.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("a byte array takes every byte", e);
    }
    return bytes.toByteArray();
  }

  private static void write(ColumnVector vector, int rows, BinaryEncoder encoder)
      throws IOException {
    boolean isLong = vector.type().family().isLong();
    encoder.writeArrayStart();
    encoder.setItemCount(rows);
    for (int i = 0; i < rows; i++) {
      encoder.startItem();
      if (vector.isNull(i)) {
        encoder.writeIndex(NULL_BRANCH);
      } else {
        encoder.writeIndex(VALUE_BRANCH);
        writeValue(vector, i, isLong, encoder);
      }
    }
    encoder.writeArrayEnd();
  }

  private static void writeValue(ColumnVector vector, int i, boolean isLong, BinaryEncoder encoder)
      throws IOException {
    if (isLong) {
      encoder.writeLong(vector.longAt(i));
    } else {
      encoder.writeBytes(vector.heap(), vector.start(i), vector.length(i));
    }
  }

  /** Decodes a block of so many rows. */
  KeyBlock decode(byte[] block, int rows) {
    BinaryDecoder decoder = DecoderFactory.get().binaryDecoder(block, null);
    List<ColumnVector> vectors = new ArrayList<>();
    try {
      for (ExistingColumn column : columns) {
        ColumnVector vector = new ColumnVector(column.type(), rows);
        read(vector, rows, decoder);
        vectors.add(vector);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("key block: must follow its Avro schema", e);
    }
    return new KeyBlock(vectors);
  }

  private static void read(ColumnVector vector, int rows, BinaryDecoder decoder)
      throws IOException {
    boolean isLong = vector.type().family().isLong();
    ByteBuffer text = ByteBuffer.allocate(64);
    int i = 0;
    for (long left = decoder.readArrayStart(); left > 0; left = decoder.arrayNext()) {
      for (long item = 0; item < left; item++, i++) {
        if (decoder.readIndex() == NULL_BRANCH) {
          decoder.readNull();
          vector.setNull(i);
        } else if (isLong) {
          vector.setLong(i, decoder.readLong());
        } else {
          text = decoder.readBytes(text);
          vector.begin(i);
          vector.put(text.array(), text.arrayOffset() + text.position(), text.remaining());
          vector.end(i);
        }
      }
    }
    if (i != rows) {
      throw new IOException("rows: must be " + rows + ", were " + i);
    }
  }
}
