package io.datalchemy.vector;

import io.datalchemy.type.ValueType;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;

/**
 * The values of one column for the rows of one block: longs or UTF-8 text, and which are NULL.
 *
 * <p>What a long means is {@link ValueType}'s to say. Text is written between {@link #begin} and
 * {@link #end}, in any order of rows. Mutable and reused; not thread-safe.
 */
public final class ColumnVector {
  private static final int INITIAL_BYTES_PER_ROW = 16;

  private final ValueType type;
  private final BitSet nulls;
  private final long[] longs;
  private final int[] starts;
  private final int[] lengths;
  private byte[] heap;
  private int used;

  /** An empty vector with room for so many rows. */
  public ColumnVector(ValueType type, int capacity) {
    this.type = type;
    nulls = new BitSet(capacity);
    boolean isLong = type.family().isLong();
    longs = isLong ? new long[capacity] : new long[0];
    starts = isLong ? new int[0] : new int[capacity];
    lengths = isLong ? new int[0] : new int[capacity];
    heap = isLong ? new byte[0] : new byte[capacity * INITIAL_BYTES_PER_ROW];
  }

  /** The type of the values. */
  public ValueType type() {
    return type;
  }

  /** Forgets all values, keeping the room. */
  public void reset() {
    nulls.clear();
    used = 0;
  }

  /** Whether the value is NULL. */
  public boolean isNull(int i) {
    return nulls.get(i);
  }

  /** Makes the value NULL. */
  public void setNull(int i) {
    nulls.set(i);
  }

  /** The long of a row; for families held as longs, when not NULL. */
  public long longAt(int i) {
    return longs[i];
  }

  /** Sets the long of a row and that it is not NULL. */
  public void setLong(int i, long value) {
    longs[i] = value;
    nulls.clear(i);
  }

  /** The double whose bits a FLOAT column holds. */
  public double doubleAt(int i) {
    return Double.longBitsToDouble(longs[i]);
  }

  /** Sets the double of a FLOAT column. */
  public void setDouble(int i, double value) {
    setLong(i, Double.doubleToRawLongBits(value));
  }

  /** The bytes that texts lie in, from {@link #start} on; changes when text is written. */
  public byte[] heap() {
    return heap;
  }

  /** Where the text of a row begins in the heap. */
  public int start(int i) {
    return starts[i];
  }

  /** How many bytes the text of a row has. */
  public int length(int i) {
    return lengths[i];
  }

  /** The text of a row as a string: for tests and rare paths, not for the hot one. */
  public String textAt(int i) {
    return new String(heap, starts[i], lengths[i], StandardCharsets.UTF_8);
  }

  /** Begins to write the text of a row. */
  public void begin(int i) {
    starts[i] = used;
    nulls.clear(i);
  }

  /** Ends the text of the row that was begun. */
  public void end(int i) {
    lengths[i] = used - starts[i];
  }

  /** Appends one ASCII character or one UTF-8 byte. */
  public void put(int b) {
    if (used == heap.length) {
      grow(1);
    }
    heap[used++] = (byte) b;
  }

  /** Appends UTF-8 bytes. */
  public void put(byte[] utf8, int offset, int count) {
    if (used + count > heap.length) {
      grow(count);
    }
    System.arraycopy(utf8, offset, heap, used, count);
    used += count;
  }

  /** Appends UTF-8 bytes, all of them. */
  public void put(byte[] utf8) {
    put(utf8, 0, utf8.length);
  }

  /** Appends a number that is not negative, with leading zeros up to {@code width} digits. */
  public void putDigits(long value, int width) {
    int digits = Math.max(width, decimalDigits(value));
    if (used + digits > heap.length) {
      grow(digits);
    }
    long rest = value;
    for (int at = used + digits - 1; at >= used; at--) {
      heap[at] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    used += digits;
  }

  /** Sets the whole text of a row. */
  public void setText(int i, byte[] utf8) {
    begin(i);
    put(utf8, 0, utf8.length);
    end(i);
  }

  /** Sets the whole text of a row; encodes, so for tests and rare paths. */
  public void setText(int i, String text) {
    setText(i, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Copies a value, NULL or not, from a vector of the same storage. */
  public void copyFrom(ColumnVector other, int from, int to) {
    if (other.isNull(from)) {
      setNull(to);
    } else if (type.family().isLong()) {
      setLong(to, other.longs[from]);
    } else {
      begin(to);
      put(other.heap, other.starts[from], other.lengths[from]);
      end(to);
    }
  }

  private void grow(int more) {
    heap = Arrays.copyOf(heap, Math.max(heap.length * 2, used + more));
  }

  private static int decimalDigits(long value) {
    int digits = 1;
    for (long rest = value; rest >= 10; rest /= 10) {
      digits++;
    }
    return digits;
  }
}
