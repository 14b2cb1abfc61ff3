package io.datalchemy.generator.entity;

import io.datalchemy.generator.person.GivenNames;
import io.datalchemy.generator.person.Sex;
import io.datalchemy.generator.person.Surnames;
import io.datalchemy.generator.text.Dictionary;
import io.datalchemy.random.CellRandom;
import java.util.List;

/**
 * What a record's person is called: a given name of the sex and the time of birth, and one or two
 * surnames, the last of which is the father's and the one before the mother's. Immutable.
 */
final class Names {
  private static final double PAIRS = 0.65;
  private static final int TRIES = 4;

  /** How much older parents are, in years: from so many on, within so many more. */
  private static final int PARENTS_LEAST_AGE = 18;

  private static final int PARENTS_AGES = 20;

  private static final class Brazil {
    static final Names ALL = new Names(GivenNames.brazil(), Surnames.brazil().written());
  }

  private final GivenNames given;
  private final Word[] givenWords;
  private final Word[] firstWords;
  private final Word[] surnames;
  private final Dictionary surnameShares;

  private Names(GivenNames given, Dictionary surnames) {
    this.given = given;
    givenWords = words(given.names().words());
    firstWords = words(given.names().words().stream().map(Names::firstWord).toList());
    this.surnames = words(surnames.words());
    surnameShares = surnames;
  }

  /** The names of Brazil, read when first asked for. */
  static Names brazil() {
    return Brazil.ALL;
  }

  private static Word[] words(List<String> texts) {
    return texts.stream().map(Word::new).toArray(Word[]::new);
  }

  private static String firstWord(String name) {
    return name.contains(" ") ? name.substring(0, name.indexOf(' ')) : name;
  }

  private int givenPlace(Facts facts) {
    return given.draw(facts.bits(Fact.GIVEN_NAME), facts.sex(), facts.birthYear());
  }

  /** The given name, of one word or two. */
  Word given(Facts facts) {
    return givenWords[givenPlace(facts)];
  }

  /** The first word of the given name. */
  Word first(Facts facts) {
    return firstWords[givenPlace(facts)];
  }

  /** The given name of the mother or of the father. */
  Word parent(Facts facts, Sex sex) {
    long bits = CellRandom.more(facts.bits(Fact.PARENTS), sex == Sex.FEMALE ? 1 : 2);
    int age = PARENTS_LEAST_AGE + (int) CellRandom.below(bits, PARENTS_AGES);
    return givenWords[given.draw(CellRandom.more(bits, 1), sex, facts.birthYear() - age)];
  }

  /** The last surname, the father's. */
  Word last(Facts facts) {
    return surnames[lastPlace(facts)];
  }

  private int lastPlace(Facts facts) {
    return surnameShares.indexFor(facts.bits(Fact.SURNAMES));
  }

  /** Whether the person bears the mother's surname too. */
  boolean hasMiddle(Facts facts) {
    return CellRandom.unit(CellRandom.more(facts.bits(Fact.SURNAMES), 1)) < PAIRS;
  }

  /** The mother's surname, another than the father's. */
  Word middle(Facts facts) {
    long bits = facts.bits(Fact.SURNAMES);
    int last = lastPlace(facts);
    for (int k = 2; k < 2 + TRIES; k++) {
      int middle = surnameShares.indexFor(CellRandom.more(bits, k));
      if (!surnames[middle].endsAs(surnames[last])) {
        return surnames[middle];
      }
    }
    return surnames[(last + surnames.length / 2) % surnames.length];
  }
}
