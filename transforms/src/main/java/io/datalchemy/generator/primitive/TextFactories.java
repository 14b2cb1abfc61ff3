package io.datalchemy.generator.primitive;

import static io.datalchemy.catalogue.ParameterDeclaration.Type.BOOLEAN;
import static io.datalchemy.catalogue.ParameterDeclaration.Type.INTEGER;
import static io.datalchemy.catalogue.ParameterDeclaration.Type.TEXT;

import io.datalchemy.catalogue.Parameters;
import io.datalchemy.generator.DeclarationBuilder;
import io.datalchemy.generator.GeneratorFactory;
import io.datalchemy.generator.GeneratorRequest;
import io.datalchemy.generator.ValueGenerator;
import io.datalchemy.generator.pattern.PatternGenerator;
import io.datalchemy.generator.pattern.PatternGenerator.Lengths;
import io.datalchemy.generator.text.CharsetText;
import io.datalchemy.generator.text.TextGenerator;
import java.util.List;
import java.util.stream.IntStream;

/** Texts by characters, by pattern and of filler words. */
final class TextFactories {
  private static final String LETTERS_AND_DIGITS =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
  private static final int DEFAULT_MAX = 32;
  private static final int DEFAULT_MIN = 8;
  private static final int MAX_REPEAT = 32;
  private static final int MAX_CHARS = 1_000_000;

  private TextFactories() {}

  static List<GeneratorFactory> all() {
    return List.of(
        repeat(
                lengths(DeclarationBuilder.of("primitive.text", "Letters and digits"))
                    .optional("pattern", TEXT, "A regular expression that the text matches")
                    .withDefault(
                        "charset", TEXT, LETTERS_AND_DIGITS, "The characters to choose from")
                    .withDefault("allow_empty", BOOLEAN, "false", "Whether a text may be empty"))
            .made(TextFactories::text),
        repeat(
                lengths(
                    DeclarationBuilder.of("primitive.text.pattern", "Texts that match a pattern")
                        .required("pattern", TEXT, "A regular expression that the text matches")))
            .made(TextFactories::pattern),
        DeclarationBuilder.of("primitive.text.lorem", "Filler words")
            .optional("words", INTEGER, "How many words, instead of min_words and max_words")
            .within(1, 1000)
            .withDefault("min_words", INTEGER, "3", "How many words at least")
            .within(1, 1000)
            .withDefault("max_words", INTEGER, "8", "How many words at most")
            .within(1, 1000)
            .made(Lorem::generator));
  }

  private static DeclarationBuilder lengths(DeclarationBuilder declaration) {
    return declaration
        .optional("min_len", INTEGER, "How many characters at least")
        .within(0, MAX_CHARS)
        .optional("max_len", INTEGER, "How many characters at most, the column's limit if less")
        .within(0, MAX_CHARS);
  }

  private static DeclarationBuilder repeat(DeclarationBuilder declaration) {
    return declaration
        .withDefault("max_repeat", INTEGER, "32", "How often * and + repeat at most in a pattern")
        .within(0, MAX_CHARS);
  }

  private static ValueGenerator text(GeneratorRequest request) {
    Parameters params = request.params();
    if (params.has("pattern")) {
      return pattern(request);
    }
    int room = Math.min(request.maxChars(), length(params, "max_len", DEFAULT_MAX));
    int least = params.bool("allow_empty").orElse(false) ? 0 : 1;
    int asked = length(params, "min_len", Math.min(DEFAULT_MIN, room));
    Lengths lengths = new Lengths(Math.max(least, asked), room);
    return TextGenerator.fitting(
        new CharsetText(charset(request), lengths.min(), lengths.max()), request);
  }

  private static int[] charset(GeneratorRequest request) {
    IntStream all = request.params().text("charset").orElse(LETTERS_AND_DIGITS).codePoints();
    int[] characters =
        (request.caseInsensitive() ? all.map(Character::toLowerCase) : all)
            .sorted()
            .distinct()
            .toArray();
    if (characters.length == 0) {
      throw new IllegalArgumentException("charset: must have a character");
    }
    return characters;
  }

  private static ValueGenerator pattern(GeneratorRequest request) {
    Parameters params = request.params();
    int room = Math.min(request.maxChars(), length(params, "max_len", MAX_CHARS));
    int min = length(params, "min_len", 0);
    return PatternGenerator.of(
        params.text("pattern").orElseThrow(),
        new Lengths(min, room),
        length(params, "max_repeat", MAX_REPEAT),
        request.caseInsensitive());
  }

  private static int length(Parameters params, String name, int whenAbsent) {
    long length = params.integer(name).orElse((long) whenAbsent);
    if (length < 0 || length > MAX_CHARS) {
      throw new IllegalArgumentException(
          name + ": must be from 0 to " + MAX_CHARS + ", was " + length);
    }
    return (int) length;
  }
}
