package io.datalchemy.generator.person;

import io.datalchemy.generator.text.AsciiFolding;
import io.datalchemy.generator.text.Dictionary;
import io.datalchemy.generator.text.Digits;
import io.datalchemy.generator.text.Piece;
import io.datalchemy.generator.text.Sequence;
import io.datalchemy.generator.text.Variants;
import io.datalchemy.generator.text.WordList;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Names of persons and what is made of them. A whole name is a given name and one or two surnames;
 * none can be read in two ways, as no compound given name ends in a word that is a surname.
 *
 * @param given given names, single and compound
 * @param firstNames given names of one word
 * @param surnamePairShare of a thousand names, how many have two surnames
 */
public record PersonNames(
    Dictionary given, Dictionary firstNames, Surnames families, int surnamePairShare) {
  private static final Map<Dictionary, Dictionary> FOLDED = new ConcurrentHashMap<>();
  private static final int ALL = 1000;
  private static final int BRAZIL_PAIRS = 650;
  private static final int ENGLISH_PAIRS = 100;

  private static final class Brazil {
    static final PersonNames NAMES =
        new PersonNames(
            GivenNames.brazil().names(),
            GivenNames.brazil().firstNames(),
            Surnames.brazil(),
            BRAZIL_PAIRS);
  }

  private static final class English {
    static final PersonNames NAMES = english();
  }

  private static PersonNames english() {
    Dictionary firstNames = Dictionary.ranked(WordList.load("english/first_names.txt"));
    return new PersonNames(firstNames, firstNames, Surnames.english(), ENGLISH_PAIRS);
  }

  /** Names of Brazil, loaded when first asked for. */
  public static PersonNames brazil() {
    return Brazil.NAMES;
  }

  /** Names of a locale: English ones for {@code en_US}, else Brazilian. */
  public static PersonNames of(String locale) {
    return locale.startsWith("en") ? English.NAMES : brazil();
  }

  /** Surnames of one word. */
  public Dictionary surnames() {
    return families.bare();
  }

  /** Whole names. */
  public Piece full() {
    return Variants.weighted(
        new double[] {ALL - surnamePairShare, surnamePairShare},
        Sequence.of(given, " ", families.written()),
        Sequence.of(given, " ", families.pairs()));
  }

  /** Addresses in the domains that RFC 2606 reserves. */
  public Piece email() {
    return Sequence.of(
        folded(firstNames),
        ".",
        folded(surnames()),
        new Digits(1, 9999, 1),
        "@",
        Dictionary.of("example.com", "example.org", "example.net"));
  }

  /** Names to log in with. */
  public Piece username() {
    return Sequence.of(folded(firstNames), ".", folded(surnames()), new Digits(1, 9999, 1));
  }

  private static Dictionary folded(Dictionary names) {
    return FOLDED.computeIfAbsent(
        names, all -> all.map(name -> AsciiFolding.fold(name).toLowerCase(Locale.ROOT)));
  }
}
