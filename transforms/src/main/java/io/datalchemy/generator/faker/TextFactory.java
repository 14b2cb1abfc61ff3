package io.datalchemy.generator.faker;

import io.datalchemy.generator.DeclarationBuilder;
import io.datalchemy.generator.GeneratorFactory;
import io.datalchemy.generator.text.Piece;
import io.datalchemy.generator.text.TextGenerator;
import java.util.function.Function;

/** Factories of texts that are one piece, which differs from one locale to the other. */
final class TextFactory {
  private static final String HEAD = "faker.";
  private static final String MIDDLE = ".raw.";

  private TextFactory() {}

  /** The id of a name in a module. */
  static String id(String module, String name) {
    return HEAD + module + MIDDLE + name;
  }

  /** The declaration of a name in a module, to go on with. */
  static DeclarationBuilder declare(String module, String name, String summary) {
    return DeclarationBuilder.of(id(module, name), summary);
  }

  /** Texts of a piece by locale. */
  static GeneratorFactory of(DeclarationBuilder declaration, Function<String, Piece> piece) {
    return declaration.made(
        request -> TextGenerator.fitting(piece.apply(request.locale()), request));
  }

  /** The words of a topic. */
  static GeneratorFactory words(DeclarationBuilder declaration, String topic) {
    return of(declaration, locale -> Vocabulary.of(locale, topic));
  }
}
