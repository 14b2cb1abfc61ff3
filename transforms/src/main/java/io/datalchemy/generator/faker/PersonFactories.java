package io.datalchemy.generator.faker;

import io.datalchemy.generator.GeneratorFactory;
import io.datalchemy.generator.person.PersonNames;
import io.datalchemy.generator.text.Piece;
import io.datalchemy.generator.text.Sequence;
import io.datalchemy.generator.text.Variants;
import java.util.List;

/** What stands before and behind the names of persons. */
final class PersonFactories {
  private PersonFactories() {}

  static List<GeneratorFactory> all() {
    return List.of(
        TextFactory.words(
            TextFactory.declare("name", "Suffix", "What stands behind names").pii("name"),
            "name.suffix"),
        TextFactory.words(
            TextFactory.declare("name", "Title", "Titles before names").pii("name"), "name.prefix"),
        TextFactory.of(
            TextFactory.declare("name", "NameWithTitle", "Whole names with a title").pii("name"),
            PersonFactories::titled));
  }

  /** The title of a man before a man's name, of a woman before a woman's. */
  private static Piece titled(String locale) {
    return Variants.of(
        titled(locale, "name.title/0", "name.male_first_name"),
        titled(locale, "name.title/1", "name.female_first_name"));
  }

  private static Piece titled(String locale, String titles, String firstNames) {
    return Sequence.of(
        Vocabulary.of(locale, titles),
        " ",
        Vocabulary.of(locale, firstNames),
        " ",
        PersonNames.of(locale).surnames());
  }
}
