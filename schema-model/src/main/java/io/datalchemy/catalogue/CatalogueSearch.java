package io.datalchemy.catalogue;

import io.datalchemy.problem.NearMatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds what speaks of some words: in its id, its summary, the names of its parameters, its column
 * types or its tag. Case is of no matter; each word must be there.
 */
public final class CatalogueSearch {
  private static final int MOST_NEAR = 5;

  private final List<String> words;

  private CatalogueSearch(List<String> words) {
    this.words = words;
  }

  /** Searches for words with spaces between them; for none, everything is found. */
  public static CatalogueSearch of(String text) {
    return new CatalogueSearch(
        Stream.of(fold(text).strip().split("\\s+")).filter(word -> !word.isEmpty()).toList());
  }

  /** Whether a generator speaks of the words. */
  public boolean finds(GeneratorDeclaration generator) {
    List<String> texts = texts(generator.id(), generator.summary(), generator.parameters());
    generator.piiTag().ifPresent(texts::add);
    generator.produces().forEach(family -> texts.add(family.name()));
    return finds(texts);
  }

  /** Whether a transform speaks of the words. */
  public boolean finds(TransformDeclaration transform) {
    return finds(texts(transform.id(), transform.summary(), transform.parameters()));
  }

  private static List<String> texts(
      String id, String summary, List<ParameterDeclaration> parameters) {
    List<String> texts = new ArrayList<>(List.of(id, summary));
    parameters.forEach(parameter -> texts.add(parameter.name()));
    return texts;
  }

  private boolean finds(List<String> texts) {
    String all = fold(String.join("\n", texts));
    return words.stream().allMatch(all::contains);
  }

  /** A few ids of which a part is nearly one of the words. */
  public List<String> near(List<String> ids) {
    return ids.stream().filter(this::isNear).limit(MOST_NEAR).toList();
  }

  private boolean isNear(String id) {
    List<String> parts = List.of(fold(id).split("[._]+"));
    return words.stream()
        .anyMatch(word -> NearMatch.of(word, parts).isPresent() || isNearWhole(word, id));
  }

  private static boolean isNearWhole(String word, String id) {
    return NearMatch.of(word, Set.of(id)).isPresent();
  }

  private static String fold(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
