package io.datalchemy.preview;

import java.util.Optional;

/**
 * One value on one line of a terminal: NULL told from the text, control characters made visible.
 *
 * @param text what is shown
 * @param width how many columns of a terminal that takes
 */
record TextCell(String text, int width) {
  private static final String NULL = "NULL";
  private static final String CUT = "…";

  /** A value; NULL is {@code NULL}, and what could be taken for it or for nothing is quoted. */
  static TextCell of(Optional<String> value) {
    return value
        .map(text -> text.isEmpty() || text.equals(NULL) ? '"' + text + '"' : text)
        .map(TextCell::plain)
        .orElse(plain(NULL));
  }

  /** A text as it is, but for control characters. */
  static TextCell plain(String text) {
    StringBuilder visible = new StringBuilder(text.length());
    text.codePoints().forEach(character -> append(character, visible));
    return new TextCell(visible.toString(), width(visible));
  }

  private static void append(int character, StringBuilder visible) {
    switch (character) {
      case '\n' -> visible.append("\\n");
      case '\r' -> visible.append("\\r");
      case '\t' -> visible.append("\\t");
      default -> {
        int type = Character.getType(character);
        if (type == Character.CONTROL || type == Character.FORMAT || isLineBreak(type)) {
          visible.append(String.format(java.util.Locale.ROOT, "\\u%04x", character));
        } else {
          visible.appendCodePoint(character);
        }
      }
    }
  }

  private static boolean isLineBreak(int type) {
    return type == Character.LINE_SEPARATOR || type == Character.PARAGRAPH_SEPARATOR;
  }

  /** The same within so many columns, its end cut off where it is longer. */
  TextCell cut(int columns) {
    if (width <= columns) {
      return this;
    }
    StringBuilder kept = new StringBuilder();
    int used = 0;
    for (int character : text.codePoints().toArray()) {
      used += width(character);
      if (used > columns - 1) {
        break;
      }
      kept.appendCodePoint(character);
    }
    String cut = kept + CUT;
    return new TextCell(cut, width(cut));
  }

  /** The text with blanks to so many columns, behind it or in front of it. */
  String padded(int columns, boolean isRight) {
    String blanks = " ".repeat(Math.max(0, columns - width));
    return isRight ? blanks + text : text + blanks;
  }

  private static int width(CharSequence text) {
    return text.codePoints().map(TextCell::width).sum();
  }

  /** Columns of a character: none for marks set upon another, two for East Asian wide ones. */
  private static int width(int character) {
    int type = Character.getType(character);
    if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
      return 0;
    }
    boolean isWide =
        Character.isIdeographic(character)
            || (character >= 0x1100 && character <= 0x115f)
            || (character >= 0x3000 && character <= 0x30ff)
            || (character >= 0xac00 && character <= 0xd7a3)
            || (character >= 0xff00 && character <= 0xff60)
            || (character >= 0x1f300 && character <= 0x1faff);
    return isWide ? 2 : 1;
  }
}
