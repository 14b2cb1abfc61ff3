package io.datalchemy.generator.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Names of persons and what is made of them: one first name and one or two surnames, none of which
 * holds a space, so that no name can be read in two ways.
 *
 * <p>With two surnames, the first is of an even rank and the second of an odd one: nobody has the
 * same twice.
 */
public record PersonNames(Dictionary firstNames, Dictionary surnames) {
  private static final Dictionary DOMAINS =
      Dictionary.of("example.com", "example.org", "example.net");
  private static final Map<Dictionary, Dictionary> FOLDED = new ConcurrentHashMap<>();
  private static final Digits NUMBER = new Digits(1, 9999, 1);

  private static final PersonNames BRAZIL = load("brazil");
  private static final PersonNames ENGLISH = load("english");

  private static PersonNames load(String folder) {
    return new PersonNames(
        Dictionary.ranked(WordList.load(folder + "/first_names.txt")),
        Dictionary.ranked(WordList.load(folder + "/surnames.txt")));
  }

  /** Names of Brazil. */
  public static PersonNames brazil() {
    return BRAZIL;
  }

  /** Names of a locale: English ones for {@code en_US}, else Brazilian. */
  public static PersonNames of(String locale) {
    return locale.startsWith("en") ? ENGLISH : BRAZIL;
  }

  /** Whole names. */
  public Piece full() {
    return Variants.of(
        Sequence.of(firstNames, " ", surnames),
        Sequence.of(firstNames, " ", everyOther(0), " ", everyOther(1)));
  }

  private Dictionary everyOther(int from) {
    List<String> words = surnames.words();
    List<String> kept = new ArrayList<>();
    for (int k = from; k < words.size(); k += 2) {
      kept.add(words.get(k));
    }
    return Dictionary.ranked(kept);
  }

  /** Addresses in the domains that RFC 2606 reserves. */
  public Piece email() {
    return Sequence.of(folded(firstNames), ".", folded(surnames), NUMBER, "@", DOMAINS);
  }

  /** Names to log in with. */
  public Piece username() {
    return Sequence.of(folded(firstNames), ".", folded(surnames), NUMBER);
  }

  private static Dictionary folded(Dictionary names) {
    return FOLDED.computeIfAbsent(
        names, all -> all.map(name -> AsciiFolding.fold(name).toLowerCase(Locale.ROOT)));
  }
}
