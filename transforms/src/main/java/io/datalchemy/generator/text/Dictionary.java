package io.datalchemy.generator.text;

import io.datalchemy.random.AliasTable;
import io.datalchemy.vector.ColumnVector;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * Words as flat bytes, each drawn as often as its weight says.
 *
 * <p>A draw is one look into an {@link AliasTable}.
 */
public final class Dictionary implements Piece {
  private final Map<String, Double> weights;
  private final byte[] bytes;
  private final int[] offsets;
  private final AliasTable draws;
  private final int minChars;
  private final int maxChars;
  private final boolean caseInsensitive;

  private Dictionary(Map<String, Double> weights) {
    if (weights.isEmpty()) {
      throw new IllegalArgumentException("dictionary: must have a word");
    }
    this.weights = Collections.unmodifiableMap(new LinkedHashMap<>(weights));
    List<String> words = List.copyOf(weights.keySet());
    offsets = new int[words.size() + 1];
    bytes = String.join("", words).getBytes(StandardCharsets.UTF_8);
    Set<String> folded = new TreeSet<>();
    for (int i = 0; i < words.size(); i++) {
      offsets[i + 1] = offsets[i] + words.get(i).getBytes(StandardCharsets.UTF_8).length;
      folded.add(words.get(i).toLowerCase(Locale.ROOT));
    }
    caseInsensitive = folded.size() == words.size();
    minChars = words.stream().mapToInt(Dictionary::chars).min().orElse(0);
    maxChars = words.stream().mapToInt(Dictionary::chars).max().orElse(0);
    draws = AliasTable.of(weights.values().stream().mapToDouble(Double::doubleValue).toArray());
  }

  /** Words that are drawn all alike; a word that stands there twice counts once. */
  public static Dictionary of(List<String> words) {
    Map<String, Double> weights = new LinkedHashMap<>();
    words.forEach(word -> weights.put(word, 1.0));
    return new Dictionary(weights);
  }

  /** Words that are drawn all alike. */
  public static Dictionary of(String... words) {
    return of(List.of(words));
  }

  /** Words with their weights, of which none is negative and one is not 0. */
  public static Dictionary weighted(Map<String, Double> weights) {
    return new Dictionary(weights);
  }

  /** Words in the order of how usual they are: the n-th weighs 1 / (n + 10). */
  public static Dictionary ranked(List<String> words) {
    Map<String, Double> weights = new LinkedHashMap<>();
    words.forEach(word -> weights.put(word, 1.0 / (weights.size() + 10)));
    return new Dictionary(weights);
  }

  /** The words, in order. */
  public List<String> words() {
    return List.copyOf(weights.keySet());
  }

  /** The words with their weights, in order. */
  public Map<String, Double> weights() {
    return weights;
  }

  /** The words changed; those that become alike are one, with their weights added. */
  public Dictionary map(UnaryOperator<String> change) {
    Map<String, Double> changed = new LinkedHashMap<>();
    weights.forEach((word, weight) -> changed.merge(change.apply(word), weight, Double::sum));
    changed.remove("");
    return new Dictionary(changed);
  }

  @Override
  public long size() {
    return offsets.length - 1L;
  }

  @Override
  public int minChars() {
    return minChars;
  }

  @Override
  public int maxChars() {
    return maxChars;
  }

  @Override
  public boolean caseInsensitive() {
    return caseInsensitive;
  }

  @Override
  public void put(long index, ColumnVector out) {
    int word = (int) index;
    out.put(bytes, offsets[word], offsets[word + 1] - offsets[word]);
  }

  @Override
  public void draw(long bits, ColumnVector out) {
    put(indexFor(bits), out);
  }

  /** The index of the word that those bits draw. */
  public int indexFor(long bits) {
    return draws.draw(bits);
  }

  @Override
  public Dictionary within(int chars) {
    if (chars >= maxChars) {
      return this;
    }
    Map<String, Double> shorter = new LinkedHashMap<>(weights);
    shorter.keySet().removeIf(word -> chars(word) > chars);
    return new Dictionary(shorter);
  }

  private static int chars(String word) {
    return word.codePointCount(0, word.length());
  }
}
