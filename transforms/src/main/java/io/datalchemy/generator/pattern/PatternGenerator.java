package io.datalchemy.generator.pattern;

import io.datalchemy.generator.Cells;
import io.datalchemy.generator.ValueGenerator;
import io.datalchemy.generator.ValueSpace;
import io.datalchemy.vector.ColumnVector;
import java.util.Optional;

/** Texts that match a regular expression. */
public final class PatternGenerator implements ValueGenerator {
  private final Node node;
  private final int maxLength;
  private final Optional<CountedTexts> counted;
  private final boolean drawsByNumber;

  private PatternGenerator(
      Node node, int maxLength, Optional<CountedTexts> counted, boolean drawsByNumber) {
    this.node = node;
    this.maxLength = maxLength;
    this.counted = counted;
    this.drawsByNumber = drawsByNumber;
  }

  /**
   * The texts that match the whole of the pattern.
   *
   * @param lengths how long they may be
   * @param maxRepeat how often something is repeated at most where the pattern sets no end
   * @throws IllegalArgumentException if the pattern is not of the subset or no text fits
   */
  public static PatternGenerator of(
      String pattern, Lengths lengths, int maxRepeat, boolean caseInsensitive) {
    Node node = PatternParser.parse(pattern, maxRepeat);
    if (node.minChars() > lengths.max()) {
      throw new IllegalArgumentException(
          "pattern: its shortest text has "
              + node.minChars()
              + " characters, the column or max_len takes "
              + lengths.max());
    }
    Optional<CountedTexts> counted = counted(node, lengths, caseInsensitive);
    boolean isLongEnough = node.minChars() >= lengths.min();
    if (!isLongEnough && counted.isEmpty()) {
      throw new IllegalArgumentException(
          "min_len: no text of '" + pattern + "' is that long, or there are too many to tell");
    }
    return new PatternGenerator(node, lengths.max(), counted, !isLongEnough);
  }

  private static Optional<CountedTexts> counted(
      Node node, Lengths lengths, boolean caseInsensitive) {
    try {
      Dfa dfa = Dfa.of(node);
      Optional<Dfa> told = caseInsensitive ? dfa.withOneCase() : Optional.of(dfa);
      int longest = Math.min(lengths.max(), longest(node));
      return told.map(d -> CountedTexts.of(d, lengths.min(), longest)).filter(t -> t.size() > 0);
    } catch (Nfa.TooLargeException e) {
      return Optional.empty();
    }
  }

  private static int longest(Node node) {
    long chars = longestOf(node);
    if (chars > Integer.MAX_VALUE - 1) {
      throw new Nfa.TooLargeException();
    }
    return (int) chars;
  }

  private static long longestOf(Node node) {
    if (node instanceof Node.Concat concat) {
      return concat.parts().stream().mapToLong(PatternGenerator::longestOf).sum();
    }
    if (node instanceof Node.Alternate alternate) {
      return alternate.branches().stream().mapToLong(PatternGenerator::longestOf).max().orElse(0);
    }
    return node instanceof Node.Repeat repeat ? repeat.max() * longestOf(repeat.body()) : 1;
  }

  @Override
  public void fill(Cells cells, ColumnVector out) {
    for (int i = 0; i < cells.size(); i++) {
      out.begin(i);
      if (drawsByNumber) {
        counted.orElseThrow().draw(cells.bits(i), out);
      } else {
        node.draw(cells.bits(i), maxLength, out);
      }
      out.end(i);
    }
  }

  @Override
  public Optional<ValueSpace> space() {
    return counted.map(Space::new);
  }

  /** How many characters a text may have. */
  public record Lengths(int min, int max) {
    public Lengths {
      if (min < 0 || max < min) {
        throw new IllegalArgumentException(
            "min_len: must be from 0 to max_len, was " + min + " with max_len " + max);
      }
    }
  }

  private record Space(CountedTexts texts) implements ValueSpace {
    @Override
    public long size() {
      return texts.size();
    }

    @Override
    public boolean caseInsensitive() {
      return texts.caseInsensitive();
    }

    @Override
    public void write(long index, ColumnVector out, int i) {
      out.begin(i);
      texts.put(index, out);
      out.end(i);
    }
  }
}
