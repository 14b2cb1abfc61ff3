package io.datalchemy.generator.brazil;

import static io.datalchemy.catalogue.ParameterDeclaration.Type.DECIMAL;

import io.datalchemy.generator.DeclarationBuilder;
import io.datalchemy.generator.GeneratorFactory;
import io.datalchemy.generator.GeneratorRequest;
import io.datalchemy.generator.ValueGenerator;
import io.datalchemy.generator.number.NumberRange;
import io.datalchemy.generator.text.AsciiFolding;
import io.datalchemy.generator.text.Dictionary;
import io.datalchemy.generator.text.Digits;
import io.datalchemy.generator.text.Piece;
import io.datalchemy.generator.text.Sequence;
import io.datalchemy.generator.text.TextGenerator;
import io.datalchemy.generator.text.WordList;
import io.datalchemy.type.TypeFamily;
import java.util.List;
import java.util.function.Supplier;

/** Money, and the pages of shops. */
final class CommerceFactories {
  private static final long MONEY_MIN = 10;
  private static final long MONEY_MAX = 10_000;

  private CommerceFactories() {}

  static List<GeneratorFactory> all() {
    return List.of(
        DeclarationBuilder.of("semantic.br.money.brl", "Amounts in reais")
            .withDefault("min", DECIMAL, "10", "The smallest amount")
            .withDefault("max", DECIMAL, "10000", "The largest amount")
            .distributable()
            .produces(TypeFamily.DECIMAL, TypeFamily.INTEGER, TypeFamily.FLOAT, TypeFamily.TEXT)
            .made(CommerceFactories::money),
        text("semantic.br.url", "Pages in reserved domains", CommerceFactories::url));
  }

  private static GeneratorFactory text(String id, String summary, Supplier<Piece> piece) {
    return DeclarationBuilder.of(id, summary)
        .made(request -> TextGenerator.fitting(piece.get(), request));
  }

  private static ValueGenerator money(GeneratorRequest request) {
    return request.type().family() == TypeFamily.TEXT
        ? MoneyText.generator(request, MONEY_MIN, MONEY_MAX)
        : NumberRange.decimal(request, MONEY_MIN, MONEY_MAX);
  }

  private static Piece url() {
    Dictionary sectors =
        Dictionary.of(WordList.load("brazil/company_sectors.txt")).map(AsciiFolding::fold);
    Dictionary things =
        Dictionary.of(WordList.load("brazil/products.txt"))
            .map(
                line -> AsciiFolding.fold(line.substring(line.indexOf(';') + 1)).replace(' ', '-'));
    return Sequence.of(
        "https://", sectors, ".example.com/", things, "/", new Digits(1, 999_999, 1));
  }
}
