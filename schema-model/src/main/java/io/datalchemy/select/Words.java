package io.datalchemy.select;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * The words of a name in the vocabulary's own terms: {@code dtNasc} and {@code birth_date} both
 * speak of {@code nascimento}.
 *
 * <p>Names are split at anything but letters, at changes of case and before digits; accents, case,
 * digits, plurals and words that say nothing are dropped; words written together are taken apart if
 * both are known.
 */
final class Words {
  private static final Pattern ACCENT = Pattern.compile("\\p{M}+");
  private static final Pattern BOUNDARY =
      Pattern.compile("[^\\p{L}]+|(?<=\\p{Ll})(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})");
  private static final String NOTHING = "-";
  private static final int LONG_WORD = 4;
  private static final int MAX_NAMES = 10_000;

  private final Map<String, List<String>> meanings = new HashMap<>();
  private final Map<String, Set<String>> classes = new HashMap<>();

  /** Names read before: each is asked for again by the other columns of its table. */
  private final Map<String, List<String>> names = new ConcurrentHashMap<>();

  private Words() {}

  static Words load() {
    Words words = new Words();
    Resource.rows("words.tsv").forEach(row -> words.add(row[0], List.of(row[1].split(" "))));
    return words;
  }

  private void add(String canonical, List<String> written) {
    if (canonical.startsWith("@")) {
      classes.put(canonical, Set.copyOf(written));
      written.forEach(word -> meanings.putIfAbsent(word, List.of(word)));
      return;
    }
    List<String> meaning = canonical.equals(NOTHING) ? List.of() : List.of(canonical.split(" "));
    meaning.forEach(word -> meanings.putIfAbsent(word, List.of(word)));
    written.forEach(word -> meanings.put(word, meaning));
  }

  /** The words of a class such as {@code @person}. */
  Set<String> ofClass(String name) {
    Set<String> members = classes.get(name);
    if (members == null) {
      throw new IllegalArgumentException("no such class of words: " + name);
    }
    return new TreeSet<>(members);
  }

  /** The words of a column's or table's name. */
  List<String> of(String name) {
    List<String> known = names.get(name);
    if (known != null) {
      return known;
    }
    List<String> read = read(name);
    if (names.size() < MAX_NAMES) {
      names.put(name, read);
    }
    return read;
  }

  private List<String> read(String name) {
    String plain = ACCENT.matcher(Normalizer.normalize(name, Normalizer.Form.NFD)).replaceAll("");
    List<String> written =
        BOUNDARY
            .splitAsStream(plain)
            .filter(word -> !word.isEmpty())
            .map(word -> word.toLowerCase(Locale.ROOT))
            .toList();
    List<String> words = new ArrayList<>();
    for (int i = 0; i < written.size(); i++) {
      boolean isNamePrefix = i == 0 && written.size() > 1 && written.get(0).equals("no");
      words.addAll(isNamePrefix ? List.of("nome") : meaning(written.get(i)));
    }
    return List.copyOf(words);
  }

  private List<String> meaning(String word) {
    return known(word).or(() -> apart(word)).orElse(List.of(word));
  }

  private Optional<List<String>> known(String word) {
    return Optional.ofNullable(meanings.get(word))
        .or(() -> withoutEnding(word, "s"))
        .or(() -> withoutEnding(word, "es"))
        .or(() -> singular(word));
  }

  /** {@code categories} is {@code category}. */
  private Optional<List<String>> singular(String word) {
    return word.length() > LONG_WORD && word.endsWith("ies")
        ? Optional.ofNullable(meanings.get(word.substring(0, word.length() - 3) + "y"))
        : Optional.empty();
  }

  private Optional<List<String>> withoutEnding(String word, String ending) {
    return word.length() > LONG_WORD && word.endsWith(ending)
        ? Optional.ofNullable(meanings.get(word.substring(0, word.length() - ending.length())))
        : Optional.empty();
  }

  /** Two known words written as one; the longer the first, the better. */
  private Optional<List<String>> apart(String word) {
    for (int cut = word.length() - 2; cut >= 2; cut--) {
      Optional<List<String>> left = known(word.substring(0, cut));
      Optional<List<String>> right = known(word.substring(cut));
      boolean isLong = Math.max(cut, word.length() - cut) >= LONG_WORD;
      if (isLong && left.isPresent() && right.isPresent()) {
        List<String> both = new ArrayList<>(left.get());
        both.addAll(right.get());
        return Optional.of(both);
      }
    }
    return Optional.empty();
  }
}
