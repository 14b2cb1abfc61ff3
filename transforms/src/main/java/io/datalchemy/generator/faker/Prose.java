package io.datalchemy.generator.faker;

import io.datalchemy.generator.text.Dictionary;
import io.datalchemy.generator.text.Piece;
import io.datalchemy.generator.text.Sequence;
import io.datalchemy.generator.text.Variants;
import io.datalchemy.generator.text.WordList;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Filler words in a row: sentences, and what they make up. */
final class Prose {
  /** Filler words. */
  static final Dictionary WORDS = Dictionary.of(WordList.load("lorem.txt"));

  private static final Dictionary FIRST_WORDS =
      WORDS.map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));

  private Prose() {}

  /** From {@code min} to {@code max} of a piece, with a text between each two. */
  static Piece repeated(Piece piece, String between, int min, int max) {
    return oneOf(IntStream.rangeClosed(min, max).mapToObj(n -> times(piece, between, n)).toList());
  }

  private static Piece times(Piece piece, String between, int count) {
    List<Object> parts = new ArrayList<>();
    for (int k = 0; k < count; k++) {
      if (k > 0) {
        parts.add(between);
      }
      parts.add(piece);
    }
    return Sequence.of(parts.toArray());
  }

  private static Piece oneOf(List<Piece> pieces) {
    return pieces.size() == 1 ? pieces.get(0) : Variants.of(pieces.toArray(Piece[]::new));
  }

  /** A sentence of so many words. */
  static Piece sentence(int minWords, int maxWords) {
    List<Piece> sentences = new ArrayList<>();
    for (int words = minWords; words <= maxWords; words++) {
      sentences.add(
          words == 1
              ? Sequence.of(FIRST_WORDS, ".")
              : Sequence.of(FIRST_WORDS, " ", times(WORDS, " ", words - 1), "."));
    }
    return oneOf(sentences);
  }

  /** From {@code min} to {@code max} lines, each with its number before it. */
  static Piece numberedLines(Piece line, int min, int max) {
    return oneOf(IntStream.rangeClosed(min, max).mapToObj(n -> numbered(line, n)).toList());
  }

  private static Piece numbered(Piece line, int count) {
    List<Object> parts = new ArrayList<>();
    for (int k = 1; k <= count; k++) {
      parts.add((k == 1 ? "" : "\n") + k + ". ");
      parts.add(line);
    }
    return Sequence.of(parts.toArray());
  }
}
