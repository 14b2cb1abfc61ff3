package io.datalchemy.transform;

import io.datalchemy.random.CellRandom;
import io.datalchemy.vector.ColumnVector;
import java.nio.ByteBuffer;
import javax.crypto.Mac;

/**
 * Puts a digit for each digit and a letter of the same case for each letter of ASCII, and keeps
 * everything else, and all from an {@code @} on, so that a reserved domain stays one.
 *
 * <p>Each character is moved on by an amount that the key and the characters before it decide; a
 * second pass goes backwards, so that every character depends on all. Both passes can be undone
 * character by character, hence different texts stay different. It hides; it is no cipher.
 */
final class KeyedSubstitution {
  private static final int DIGITS = 10;
  private static final int LETTERS = 26;

  private final long forwardKey;
  private final long backwardKey;
  private byte[] text = new byte[64];

  KeyedSubstitution(Mac mac) {
    ByteBuffer keys = ByteBuffer.wrap(mac.doFinal(new byte[] {1}));
    forwardKey = keys.getLong();
    backwardKey = keys.getLong();
  }

  void put(ColumnVector in, int i, ColumnVector out) {
    int length = in.length(i);
    if (text.length < length) {
      text = new byte[length];
    }
    System.arraycopy(in.heap(), in.start(i), text, 0, length);
    int end = 0;
    while (end < length && text[end] != '@') {
      end++;
    }
    long state = forwardKey;
    for (int at = 0; at < end; at++) {
      state = substitute(at, state);
    }
    state = backwardKey;
    for (int at = end - 1; at >= 0; at--) {
      state = substitute(at, state);
    }
    out.put(text, 0, length);
  }

  private long substitute(int at, long state) {
    int c = text[at];
    if (c >= '0' && c <= '9') {
      text[at] = moved(c, '0', DIGITS, state);
    } else if (c >= 'a' && c <= 'z') {
      text[at] = moved(c, 'a', LETTERS, state);
    } else if (c >= 'A' && c <= 'Z') {
      text[at] = moved(c, 'A', LETTERS, state);
    }
    return CellRandom.mix(state ^ c) + 1;
  }

  private static byte moved(int c, int first, int count, long state) {
    return (byte) (first + (c - first + CellRandom.below(CellRandom.mix(state), count)) % count);
  }
}
