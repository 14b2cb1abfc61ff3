package io.datalchemy.generator.faker;

import io.datalchemy.generator.GeneratorFactory;
import io.datalchemy.generator.text.Dictionary;
import io.datalchemy.generator.text.Digits;
import io.datalchemy.generator.text.Piece;
import io.datalchemy.generator.text.Sequence;
import io.datalchemy.generator.text.Variants;
import java.util.List;
import java.util.function.Function;

/** Files, folders and versions. */
final class FileFactories {
  private static final Digits SMALL = new Digits(0, 20, 1);
  private static final Piece STABLE = Sequence.of(new Digits(1, 9, 1), ".", SMALL, ".", SMALL);
  private static final Piece UNSTABLE =
      Variants.of(
          Sequence.of("0.", SMALL, ".", SMALL),
          Sequence.of(STABLE, "-", Dictionary.of("alpha", "beta", "rc"), ".", new Digits(1, 9, 1)));

  private FileFactories() {}

  static List<GeneratorFactory> all() {
    return List.of(
        file("FileExtension", "Endings of files' names", FileFactories::extension),
        file("MimeType", "Types of files", locale -> Vocabulary.of(locale, "file.mime_type")),
        file("FileName", "Names of files", FileFactories::name),
        file("DirPath", "Folders with their paths", FileFactories::folder),
        file(
            "FilePath",
            "Files with their paths",
            locale -> Sequence.of(folder(locale), "/", name(locale))),
        file("Semver", "Versions", locale -> Variants.of(STABLE, UNSTABLE)),
        file("SemverStable", "Versions of finished software", locale -> STABLE),
        file("SemverUnstable", "Versions of unfinished software", locale -> UNSTABLE));
  }

  private static GeneratorFactory file(String name, String summary, Function<String, Piece> piece) {
    return TextFactory.of(TextFactory.declare("filesystem", name, summary), piece);
  }

  private static Piece extension(String locale) {
    return Vocabulary.of(locale, "file.extension");
  }

  private static Piece name(String locale) {
    Piece word = Prose.WORDS;
    return Sequence.of(word, "-", word, ".", extension(locale));
  }

  private static Piece folder(String locale) {
    Piece word = Prose.WORDS;
    return Variants.of(
        Sequence.of("/", word, "/", word), Sequence.of("/", word, "/", word, "/", word));
  }
}
