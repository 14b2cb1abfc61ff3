package io.datalchemy.generator.primitive;

import io.datalchemy.catalogue.Parameters;
import io.datalchemy.generator.Cells;
import io.datalchemy.generator.GeneratorRequest;
import io.datalchemy.generator.ValueGenerator;
import io.datalchemy.generator.ValueSpace;
import io.datalchemy.generator.text.Dictionary;
import io.datalchemy.generator.text.Piece;
import io.datalchemy.generator.text.Sequence;
import io.datalchemy.generator.text.TextGenerator;
import io.datalchemy.generator.text.WordList;
import io.datalchemy.random.CellRandom;
import io.datalchemy.vector.ColumnVector;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Filler words, as many as are asked for and as the column holds. */
final class Lorem implements ValueGenerator {
  private static final Dictionary WORDS = Dictionary.of(WordList.load("lorem.txt"));
  private static final int MAX_WORDS = 1000;

  private final List<Piece> byCount;
  private final TextGenerator longest;

  private Lorem(List<Piece> byCount, TextGenerator longest) {
    this.byCount = byCount;
    this.longest = longest;
  }

  static Lorem generator(GeneratorRequest request) {
    int min = count(request.params(), "min_words", 3);
    int max = count(request.params(), "max_words", Math.max(8, min));
    if (min > max) {
      throw new IllegalArgumentException(
          "min_words: must not be above max_words, was " + min + " with max_words " + max);
    }
    int room = request.maxChars();
    List<Piece> byCount = new ArrayList<>();
    for (int words = min; words <= max; words++) {
      Piece piece = words(words);
      if (piece.maxChars() <= room) {
        byCount.add(piece);
      }
    }
    if (byCount.isEmpty()) {
      byCount.add(mostWordsWithin(min, room));
    }
    Piece longest = byCount.get(byCount.size() - 1);
    return new Lorem(List.copyOf(byCount), TextGenerator.fitting(longest, request));
  }

  private static int count(Parameters params, String name, int whenAbsent) {
    long count = params.integer("words").or(() -> params.integer(name)).orElse((long) whenAbsent);
    if (count < 1 || count > MAX_WORDS) {
      throw new IllegalArgumentException(
          name + ": must be from 1 to " + MAX_WORDS + ", was " + count);
    }
    return (int) count;
  }

  private static Piece mostWordsWithin(int words, int room) {
    int fitting = words;
    while (fitting > 1 && words(fitting).maxChars() > room) {
      fitting--;
    }
    Piece piece = words(fitting);
    return piece.maxChars() <= room || piece.minChars() > room ? piece : piece.within(room);
  }

  private static Piece words(int count) {
    List<Object> parts = new ArrayList<>(List.of(WORDS));
    for (int k = 1; k < count; k++) {
      parts.add(" ");
      parts.add(WORDS);
    }
    return Sequence.of(parts.toArray());
  }

  @Override
  public void fill(Cells cells, ColumnVector out) {
    for (int i = 0; i < cells.size(); i++) {
      long bits = cells.bits(i);
      out.begin(i);
      byCount.get((int) CellRandom.below(bits, byCount.size())).draw(bits, out);
      out.end(i);
    }
  }

  @Override
  public Optional<ValueSpace> space() {
    return longest.space();
  }
}
