package io.datalchemy.generator.text;

/** Characters in UTF-8 bytes that are known to be well-formed. */
public final class Utf8 {
  private Utf8() {}

  /** The bytes of the character that begins with that byte. */
  public static int bytes(byte first) {
    if (first >= 0) {
      return 1;
    }
    if ((first & 0xE0) == 0xC0) {
      return 2;
    }
    return (first & 0xF0) == 0xE0 ? 3 : 4;
  }

  /** The character that begins there. */
  public static int codePoint(byte[] utf8, int at) {
    int bytes = bytes(utf8[at]);
    if (bytes == 1) {
      return utf8[at];
    }
    int codePoint = utf8[at] & (0x7F >> bytes);
    for (int k = 1; k < bytes; k++) {
      codePoint = (codePoint << 6) | (utf8[at + k] & 0x3F);
    }
    return codePoint;
  }

  /** How many bytes the first so many characters have, or all of them if there are fewer. */
  public static int prefix(byte[] utf8, int start, int length, int chars) {
    int at = start;
    for (int k = 0; k < chars && at < start + length; k++) {
      at += bytes(utf8[at]);
    }
    return at - start;
  }

  /** Appends one character. */
  public static void put(int codePoint, io.datalchemy.vector.ColumnVector out) {
    if (codePoint < 0x80) {
      out.put(codePoint);
    } else if (codePoint < 0x800) {
      out.put(0xC0 | (codePoint >> 6));
      out.put(0x80 | (codePoint & 0x3F));
    } else if (codePoint < 0x10000) {
      out.put(0xE0 | (codePoint >> 12));
      out.put(0x80 | ((codePoint >> 6) & 0x3F));
      out.put(0x80 | (codePoint & 0x3F));
    } else {
      out.put(0xF0 | (codePoint >> 18));
      out.put(0x80 | ((codePoint >> 12) & 0x3F));
      out.put(0x80 | ((codePoint >> 6) & 0x3F));
      out.put(0x80 | (codePoint & 0x3F));
    }
  }
}
