package io.datalchemy.generator.person;

import io.datalchemy.generator.text.Dictionary;
import io.datalchemy.generator.text.Piece;
import io.datalchemy.random.CellRandom;
import io.datalchemy.vector.ColumnVector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Two surnames of different owners: nobody is called Silva da Silva. */
final class SurnamePairs implements Piece {
  private static final int TRIES = 8;

  private final Dictionary words;
  private final int[] owners;
  private final int[] firstOfOwner;
  private final long[] offsets;
  private final int minChars;

  private SurnamePairs(Dictionary words, int[] owners) {
    this.words = words;
    this.owners = owners;
    int count = owners.length;
    firstOfOwner = firstOfOwner(owners);
    offsets = new long[count + 1];
    for (int word = 0; word < count; word++) {
      offsets[word + 1] = offsets[word] + count - forms(owners[word]);
    }
    minChars = 2 * secondShortest(words.words(), owners) + 1;
  }

  /**
   * Pairs of these words.
   *
   * @param owners the owner of each word, numbered from 0 and ascending; two at least
   */
  static SurnamePairs of(Dictionary words, List<Integer> owners) {
    return new SurnamePairs(words, owners.stream().mapToInt(Integer::intValue).toArray());
  }

  private static int[] firstOfOwner(int[] owners) {
    int[] firsts = new int[owners[owners.length - 1] + 2];
    for (int word = owners.length - 1; word >= 0; word--) {
      firsts[owners[word]] = word;
    }
    firsts[firsts.length - 1] = owners.length;
    return firsts;
  }

  private int forms(int owner) {
    return firstOfOwner[owner + 1] - firstOfOwner[owner];
  }

  private static int secondShortest(List<String> words, int[] owners) {
    int[] shortest = new int[owners[owners.length - 1] + 1];
    Arrays.fill(shortest, Integer.MAX_VALUE);
    for (int word = 0; word < owners.length; word++) {
      shortest[owners[word]] = Math.min(shortest[owners[word]], chars(words.get(word)));
    }
    Arrays.sort(shortest);
    return shortest[1];
  }

  private static int chars(String word) {
    return word.codePointCount(0, word.length());
  }

  @Override
  public long size() {
    return offsets[owners.length];
  }

  /** So many that two owners have a word in half of them, which may be more than the shortest. */
  @Override
  public int minChars() {
    return minChars;
  }

  @Override
  public int maxChars() {
    return 2 * words.maxChars() + 1;
  }

  @Override
  public boolean caseInsensitive() {
    return words.caseInsensitive();
  }

  @Override
  public void put(long index, ColumnVector out) {
    int found = Arrays.binarySearch(offsets, index);
    int first = found >= 0 ? found : -found - 2;
    int owner = owners[first];
    int second = (int) (index - offsets[first]);
    put(first, second < firstOfOwner[owner] ? second : second + forms(owner), out);
  }

  @Override
  public void draw(long bits, ColumnVector out) {
    int first = words.indexFor(CellRandom.more(bits, 1));
    int second = first;
    for (int k = 2; k < 2 + TRIES && owners[second] == owners[first]; k++) {
      second = words.indexFor(CellRandom.more(bits, k));
    }
    boolean isSame = owners[second] == owners[first];
    put(first, isSame ? firstOfOwner[owners[first] + 1] % owners.length : second, out);
  }

  private void put(int first, int second, ColumnVector out) {
    words.put(first, out);
    out.put(' ');
    words.put(second, out);
  }

  /** The pairs of words that take half the room each. */
  @Override
  public SurnamePairs within(int chars) {
    if (chars >= maxChars()) {
      return this;
    }
    Map<String, Double> kept = new LinkedHashMap<>();
    List<Integer> renumbered = new ArrayList<>();
    int lastOwner = -1;
    int owner = -1;
    int word = 0;
    for (Map.Entry<String, Double> entry : words.weights().entrySet()) {
      if (chars(entry.getKey()) <= (chars - 1) / 2) {
        owner += owners[word] == lastOwner ? 0 : 1;
        lastOwner = owners[word];
        kept.put(entry.getKey(), entry.getValue());
        renumbered.add(owner);
      }
      word++;
    }
    return of(Dictionary.weighted(kept), renumbered);
  }
}
