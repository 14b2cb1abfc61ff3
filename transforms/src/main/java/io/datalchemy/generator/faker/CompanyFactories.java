package io.datalchemy.generator.faker;

import io.datalchemy.generator.GeneratorFactory;
import io.datalchemy.generator.text.Piece;
import io.datalchemy.generator.text.Sequence;
import io.datalchemy.generator.text.Variants;
import java.util.List;

/** Companies' words, and the jobs that they have. */
final class CompanyFactories {
  private CompanyFactories() {}

  static List<GeneratorFactory> all() {
    return List.of(
        TextFactory.of(
            TextFactory.declare("company", "Bs", "What a company claims to do"),
            CompanyFactories::claim),
        company("BsVerb", "Verbs of what a company claims to do", "company.bs/0"),
        company("BsAdj", "Adjectives of what a company claims to do", "company.bs/1"),
        company("BsNoun", "Nouns of what a company claims to do", "company.bs/2"),
        TextFactory.of(
            TextFactory.declare("company", "CatchPhrase", "Slogans"), CompanyFactories::slogan),
        company("Buzzword", "What slogans begin with", "company.buzzwords/0"),
        company("BuzzwordMiddle", "What slogans have in the middle", "company.buzzwords/1"),
        company("BuzzwordTail", "What slogans end with", "company.buzzwords/2"),
        company("CompanySuffix", "Legal forms of companies", "company.suffix"),
        company("Industry", "Industries", "company.industry"),
        company("Profession", "Professions", "company.profession"),
        job("Field", "Fields of work", "job.field"),
        job("Position", "Positions at work", "job.position"),
        job("Seniority", "Ranks at work", "job.seniority"),
        TextFactory.of(
            TextFactory.declare("job", "Title", "Titles of jobs"), CompanyFactories::jobTitle));
  }

  private static GeneratorFactory company(String name, String summary, String topic) {
    return TextFactory.words(TextFactory.declare("company", name, summary), topic);
  }

  private static GeneratorFactory job(String name, String summary, String topic) {
    return TextFactory.words(TextFactory.declare("job", name, summary), topic);
  }

  private static Piece claim(String locale) {
    Piece verb = Vocabulary.of(locale, "company.bs/0");
    Piece adjective = Vocabulary.of(locale, "company.bs/1");
    Piece noun = Vocabulary.of(locale, "company.bs/2");
    return Vocabulary.isEnglish(locale)
        ? Sequence.of(verb, " ", adjective, " ", noun)
        : Sequence.of(verb, " ", noun, " ", adjective);
  }

  private static Piece slogan(String locale) {
    return Sequence.of(
        Vocabulary.of(locale, "company.buzzwords/0"),
        " ",
        Vocabulary.of(locale, "company.buzzwords/1"),
        " ",
        Vocabulary.of(locale, "company.buzzwords/2"));
  }

  private static Piece jobTitle(String locale) {
    Piece field = Vocabulary.of(locale, "job.field");
    Piece position = Vocabulary.of(locale, "job.position");
    if (!Vocabulary.isEnglish(locale)) {
      return Sequence.of(position, " de ", field);
    }
    return Variants.of(
        Sequence.of(field, " ", position),
        Sequence.of(Vocabulary.of(locale, "job.seniority"), " ", field, " ", position));
  }
}
