package io.datalchemy.generator.text;

import io.datalchemy.vector.ColumnVector;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;

/** Latin letters without their accents, in lower case: {@code São} to {@code sao}. */
public final class AsciiFolding {
  private static final int FIRST = 0xC0;
  private static final int LAST = 0x17F;
  private static final Map<Integer, String> LIGATURES =
      Map.ofEntries(
          Map.entry(0xC6, "ae"),
          Map.entry(0xE6, "ae"),
          Map.entry(0xD0, "d"),
          Map.entry(0xF0, "d"),
          Map.entry(0xD8, "o"),
          Map.entry(0xF8, "o"),
          Map.entry(0xDE, "th"),
          Map.entry(0xFE, "th"),
          Map.entry(0xDF, "ss"),
          Map.entry(0x110, "d"),
          Map.entry(0x111, "d"),
          Map.entry(0x131, "i"),
          Map.entry(0x141, "l"),
          Map.entry(0x142, "l"),
          Map.entry(0x152, "oe"),
          Map.entry(0x153, "oe"));
  private static final byte[][] FOLDED = table();

  private AsciiFolding() {}

  /** The folded text; what is neither Latin nor ASCII is left out. */
  public static String fold(String text) {
    StringBuilder folded = new StringBuilder();
    text.codePoints().forEach(c -> folded.append(new String(of(c), StandardCharsets.US_ASCII)));
    return folded.toString();
  }

  /**
   * Appends the folded letters and digits of UTF-8 text, with a dot for each run of anything else
   * in between.
   */
  public static void putDotted(byte[] utf8, int start, int length, ColumnVector out) {
    boolean isPending = false;
    boolean isEmpty = true;
    int end = start + length;
    for (int at = start; at < end; at += Utf8.bytes(utf8[at])) {
      byte[] folded = of(Utf8.codePoint(utf8, at));
      if (folded.length == 0 || !isAlphanumeric(folded[0])) {
        isPending = !isEmpty;
        continue;
      }
      if (isPending) {
        out.put('.');
      }
      out.put(folded);
      isPending = false;
      isEmpty = false;
    }
  }

  private static boolean isAlphanumeric(int c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
  }

  private static byte[] of(int codePoint) {
    return codePoint < 0x80 || (codePoint >= FIRST && codePoint <= LAST)
        ? FOLDED[codePoint]
        : new byte[0];
  }

  private static byte[][] table() {
    byte[][] table = new byte[LAST + 1][];
    for (int c = 0; c <= LAST; c++) {
      String letter = Character.toString(c);
      String plain =
          LIGATURES.getOrDefault(
              c,
              Normalizer.normalize(letter, Normalizer.Form.NFD).replaceAll("[^\\x00-\\x7F]", ""));
      table[c] = plain.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.US_ASCII);
    }
    return table;
  }
}
