package io.datalchemy.connect;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Percent-escapes of URLs (RFC 3986, UTF-8), as lenient as people are. */
final class PercentCoding {
  private PercentCoding() {}

  /** Decodes every {@code %XX}; a percent sign that starts no escape stands for itself. */
  static String decode(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream decoded = new ByteArrayOutputStream(bytes.length);
    int i = 0;
    while (i < bytes.length) {
      int value = bytes[i] == '%' ? escape(bytes, i) : -1;
      decoded.write(value < 0 ? bytes[i] : value);
      i += value < 0 ? 1 : 3;
    }
    return decoded.toString(StandardCharsets.UTF_8);
  }

  /** Encodes every byte but letters, digits and {@code - . _ ~}. */
  static String encode(String text) {
    StringBuilder encoded = new StringBuilder();
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      if (isUnreserved(b)) {
        encoded.append((char) b);
      } else {
        encoded.append('%').append(hex(b >> 4)).append(hex(b));
      }
    }
    return encoded.toString();
  }

  private static int escape(byte[] bytes, int at) {
    if (at + 2 >= bytes.length) {
      return -1;
    }
    int high = Character.digit(bytes[at + 1], 16);
    int low = Character.digit(bytes[at + 2], 16);
    return high < 0 || low < 0 ? -1 : high * 16 + low;
  }

  private static char hex(int nibble) {
    return "0123456789ABCDEF".charAt(nibble & 0xF);
  }

  private static boolean isUnreserved(byte b) {
    return (b >= 'a' && b <= 'z')
        || (b >= 'A' && b <= 'Z')
        || (b >= '0' && b <= '9')
        || b == '-'
        || b == '.'
        || b == '_'
        || b == '~';
  }
}
