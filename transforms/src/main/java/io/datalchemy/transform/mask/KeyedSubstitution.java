package io.datalchemy.transform.mask;

import io.datalchemy.random.CellRandom;
import java.nio.ByteBuffer;
import javax.crypto.Mac;

/**
 * Puts a digit for each digit and a letter of the same case for each letter of ASCII, and keeps
 * everything else.
 *
 * <p>Each character is moved on by an amount that the key and the characters before it decide; a
 * second pass goes backwards, so that every character depends on all. Both passes can be undone
 * character by character, hence different texts stay different. It hides; it is no cipher.
 */
public final class KeyedSubstitution {
  private static final int DIGITS = 10;
  private static final int LETTERS = 26;

  private final long forwardKey;
  private final long backwardKey;

  /** A substitution by the key of a keyed hash. */
  public KeyedSubstitution(Mac mac) {
    ByteBuffer keys = ByteBuffer.wrap(mac.doFinal(new byte[] {1}));
    forwardKey = keys.getLong();
    backwardKey = keys.getLong();
  }

  /** Substitutes the characters from {@code from} to before {@code end} in their place. */
  public void substitute(byte[] text, int from, int end) {
    long state = forwardKey;
    for (int at = from; at < end; at++) {
      state = substitute(text, at, state);
    }
    state = backwardKey;
    for (int at = end - 1; at >= from; at--) {
      state = substitute(text, at, state);
    }
  }

  private static long substitute(byte[] text, int at, long state) {
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
