package io.datalchemy.generator.semantic;

import io.datalchemy.generator.brazil.Phones;
import io.datalchemy.generator.brazil.Places;
import io.datalchemy.generator.person.PersonNames;
import io.datalchemy.generator.text.Dictionary;
import io.datalchemy.generator.text.Digits;
import io.datalchemy.generator.text.Piece;
import io.datalchemy.generator.text.Sequence;
import io.datalchemy.generator.text.WordList;

/** Pieces that differ from one locale to the other. */
final class LocalePieces {
  private static final Digits NUMBER = new Digits(1, 2999, 1);

  private LocalePieces() {}

  static Piece name(String locale) {
    return PersonNames.of(locale).full();
  }

  static Piece firstName(String locale) {
    return PersonNames.of(locale).firstNames();
  }

  static Piece lastName(String locale) {
    return PersonNames.of(locale).surnames();
  }

  static Piece username(String locale) {
    return PersonNames.of(locale).username();
  }

  static Piece email(String locale) {
    return PersonNames.of(locale).email();
  }

  /** In en_US the numbers 555-0100 to 555-0199, which are kept for fiction. */
  static Piece phone(String locale) {
    return isEnglish(locale)
        ? Sequence.of("(", new Digits(201, 989, 3), ") 555-01", Digits.fixed(2))
        : Phones.of("national");
  }

  static Piece city(String locale) {
    return isEnglish(locale)
        ? Dictionary.of(WordList.load("english/cities.txt"))
        : Places.brazil().cities();
  }

  static Piece state(String locale, boolean isShort) {
    int field = isShort ? 1 : 0;
    return Dictionary.of(
        WordList.load((isEnglish(locale) ? "english" : "brazil") + "/states.txt").stream()
            .map(line -> line.split(";", -1)[field])
            .toList());
  }

  static Piece street(String locale) {
    return isEnglish(locale)
        ? Sequence.of(NUMBER, " ", Dictionary.of(WordList.load("english/streets.txt")))
        : Sequence.of(Dictionary.of(WordList.load("brazil/streets.txt")), ", ", NUMBER);
  }

  static Piece postcode(String locale) {
    return isEnglish(locale) ? new Digits(501, 99_950, 5) : Places.brazil().ceps(true);
  }

  static Piece houseNumber(String locale) {
    return isEnglish(locale) ? new Digits(1, 9999, 1) : NUMBER;
  }

  static Piece company(String locale) {
    Dictionary owners = PersonNames.of(locale).surnames();
    String folder = isEnglish(locale) ? "english" : "brazil";
    Dictionary sectors = Dictionary.of(WordList.load(folder + "/company_sectors.txt"));
    Dictionary forms =
        isEnglish(locale)
            ? Dictionary.of("Inc.", "LLC", "Group", "Co.")
            : Dictionary.of("Ltda", "S.A.", "ME", "EPP");
    return Sequence.of(owners, " & ", owners, " ", sectors, " ", forms);
  }

  private static boolean isEnglish(String locale) {
    return locale.startsWith("en");
  }
}
