package io.datalchemy.generator.entity;

import io.datalchemy.generator.text.AsciiFolding;
import io.datalchemy.generator.text.Utf8;
import io.datalchemy.vector.ColumnVector;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/** One word of a name, or several that go together: {@code Maria Eduarda}, {@code da Silva}. */
final class Word {
  private final byte[] utf8;
  private final int chars;
  private final byte[] folded;

  Word(String text) {
    utf8 = text.getBytes(StandardCharsets.UTF_8);
    chars = text.codePointCount(0, text.length());
    String last = text.substring(text.lastIndexOf(' ') + 1);
    folded =
        AsciiFolding.fold(last)
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z]", "")
            .getBytes(StandardCharsets.US_ASCII);
  }

  int chars() {
    return chars;
  }

  /** Whether the last words of both are the same but for accents and case. */
  boolean endsAs(Word other) {
    return Arrays.equals(folded, other.folded);
  }

  /** Appends it, or as many of its characters as there is room for. */
  void put(int room, ColumnVector out) {
    int bytes = chars <= room ? utf8.length : Utf8.prefix(utf8, 0, utf8.length, room);
    out.put(utf8, 0, bytes > 0 && utf8[bytes - 1] == ' ' ? bytes - 1 : bytes);
  }

  /** How many letters {@link #putFolded} appends without a limit. */
  int foldedChars() {
    return folded.length;
  }

  /** Appends its last word in ASCII and lower case, cut to the room. */
  void putFolded(int room, ColumnVector out) {
    out.put(folded, 0, Math.max(0, Math.min(room, folded.length)));
  }
}
